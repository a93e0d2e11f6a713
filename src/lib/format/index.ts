export * from './number';
export * from './plural';
export * from './value';
export * from './names';
export * from './collate';
export * from './date';
export * from './bytes';
