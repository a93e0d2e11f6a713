export * from './arrow';
export * from './build';
export * from './parquet';
export * from './paths';
export * from './published';
export * from './published-catalogue';
export * from './rows';
export * from './values';
