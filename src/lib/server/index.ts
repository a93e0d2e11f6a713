export * from './data';
export * from './draw';
