export * from './geometry';
export * from './positions';
export * from './powiat-tiles';
export * from './published';
export * from './tiles';
