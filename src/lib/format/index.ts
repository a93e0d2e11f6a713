export * from './number';
export * from './plural';
export * from './value';
export * from './said';
export { typeset, typesetAll } from './typeset.js';
export * from './names';
export * from './collate';
export * from './date';
export * from './bytes';
