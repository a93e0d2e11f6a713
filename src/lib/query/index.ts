export * from './areas';
export * from './distribution';
export * from './place';
export * from './ranking';
export * from './trend';
export * from './similar';
export * from './parents';
export * from './side-by-side';
