export * from './links';
export * from './url';
