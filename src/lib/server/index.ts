export * from './data';
export * from './draw';
export * from './maps';
export * from './kept';
