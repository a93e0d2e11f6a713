export * from './corrections';
export * from './csv';
export * from './entries';
export * from './monitoring';
export * from './observations';
export * from './parse';
export * from './problems';
export * from './units';
