import type { AreaSpec, ChartSpec } from './spec';

export const isOfAllAreas = (spec: ChartSpec): spec is AreaSpec =>
  spec.type === 'swarm' || spec.type === 'map' || spec.type === 'strips';
