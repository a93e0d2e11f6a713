export * from './teryt';
export * from './observation';
export * from './finding';
export * from './catalogue';
export * from './correction';
export * from './gmina-types';
export * from './kraj';
