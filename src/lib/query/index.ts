export * from './areas';
export * from './distribution';
export * from './forecasts';
export * from './place';
export * from './ranking';
export * from './trend';
export * from './explore';
