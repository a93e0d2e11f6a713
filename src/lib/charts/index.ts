// Drawing itself stands in `draw.ts`, imported by name: Plot is fetched only where a chart is drawn.
export * from './spec';
export * from './drawing';
export * from './renderer';
export * from './table';
export * from './figure';
export * from './series';
export * from './style-of';
