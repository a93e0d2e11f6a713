import { draw } from '../../lib/charts/draw';
import type { DrawingName } from '../../lib/charts/drawing';
import type { PairSpec, TrendSpec } from '../../lib/charts/spec';

/** The chart of an embed drawn again for some of its years. Bundled by itself: `scripts/embed-drawing.mjs`. */
export function drawYears(
  spec: TrendSpec | PairSpec,
  years: [number, number],
  name: DrawingName,
  label: string,
  document: Document,
): SVGElement {
  const within = <Spec extends TrendSpec>(own: Spec): Spec => ({ ...own, years });
  const chosen =
    spec.type === 'trend'
      ? within(spec)
      : { ...spec, panels: [within(spec.panels[0]), within(spec.panels[1])] satisfies PairSpec['panels'] };
  return draw(chosen, name, label, document);
}
