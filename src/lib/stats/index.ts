export * from './condition';
export * from './distribution';
export * from './area-rate';
export * from './change';
export * from './forecast';
export * from './similar';
export * from './mean';
export * from './position';
