export * from './connection';
export * from './engine';
export * from './queries/distribution';
export * from './queries/filter';
export * from './queries/matching';
export * from './queries/place';
export * from './queries/ranking';
export * from './queries/trend';
