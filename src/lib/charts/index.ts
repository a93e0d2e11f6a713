export * from './spec';
export * from './draw';
export * from './drawing';
export * from './renderer';
export * from './table';
export * from './figure';
export * from './series';
export * from './style-of';
