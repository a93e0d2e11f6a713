import { scaleLinear } from 'd3';
import { isKnown, said } from '../format/said';
import { svg, type Drawing } from './drawing';
import { textWidth, wrap } from './labels';
import type { Bar, BarsSpec } from './spec';

const BAR = 20;
const GAP = 12;

/**
 * Horizontal bars from zero, each with its label and its value in full; no axis is needed.
 * Wide: the label stands beside the bar; on a phone above it.
 */
export function bars(whole: BarsSpec, drawing: Drawing, document: Document): SVGElement {
  const spec = { ...whole, bars: whole.bars.slice(0, whole.most) };
  const folded = whole.bars.length - spec.bars.length;
  const { font, width } = drawing;
  const wide = drawing.name === 'wide';
  const line = font * 1.25;
  const labelWidth = wide ? Math.max(250, width * 0.34) : width;
  const texts = spec.bars.map((bar) =>
    wrap(bar.label, Math.floor(labelWidth / (font * (wide ? 0.5 : 0.56)))).split('\n'),
  );
  const words = spec.bars.map((bar) => valueOf(bar, spec));
  const left = wide ? labelWidth + 12 : 0;
  const room = Math.max(...words.map((word) => textWidth(word, font))) + 12;
  const x = scaleLinear(
    [0, Math.max(...spec.bars.map((bar) => bar.value ?? 0), spec.reference?.value ?? 0, 1e-9)],
    [0, width - left - room],
  );
  const top = spec.reference ? line + GAP : 4;
  let y = top;
  const rows = spec.bars.map((bar, index) => {
    const text = texts[index] ?? [];
    const lines = text.length * line;
    const top = wide ? y + Math.max(0, (lines - BAR) / 2) : y + lines + 2;
    const head = wide ? y + Math.max(0, (BAR - lines) / 2) + font * 0.95 : y + font * 0.95;
    y = (wide ? Math.max(y + lines, top + BAR) : top + BAR) + GAP;
    return svg(
      document,
      'g',
      { class: `bar b-${bar.state}${bar.role ? ` r-${bar.role}` : ''}` },
      ...text.map((own, row) => svg(document, 'text', { x: 0, y: head + row * line, class: 'label' }, own)),
      ...rects(bar, top),
      svg(
        document,
        'text',
        {
          x: left + (bar.value === null ? 0 : x(bar.value) + 6),
          y: top + BAR / 2 + font * 0.35,
          class: 'value',
        },
        words[index] ?? '',
      ),
    );
  });
  if (spec.reference) {
    const at = left + x(spec.reference.value);
    rows.push(
      svg(document, 'line', { x1: at, x2: at, y1: line, y2: y - GAP / 2, class: 'threshold' }),
      svg(
        document,
        'text',
        { x: at, y: font, class: 'label axis', 'text-anchor': 'middle' },
        spec.reference.label,
      ),
    );
  }
  if (folded > 0) {
    const words = `mniejsze pozycje (${folded}) – w tabeli`;
    rows.push(svg(document, 'text', { x: 0, y: y + font, class: 'label axis' }, words));
    y += line + GAP;
  }
  return svg(
    document,
    'svg',
    { width, height: y, viewBox: `0 0 ${width} ${Math.ceil(y)}` },
    svg(document, 'g', { 'font-size': font }, ...rows),
  );

  function rects(bar: Bar, top: number): SVGElement[] {
    if (bar.value === null) return [];
    const rect = (value: number, className: string) =>
      svg(document, 'rect', { x: left, y: top, width: Math.max(1, x(value)), height: BAR, class: className });
    return bar.part === undefined || bar.part === null
      ? [rect(bar.value, 'whole')]
      : [rect(bar.value, 'rest'), ...(bar.part > 0 ? [rect(bar.part, 'part')] : [])];
  }
}

function valueOf(bar: Bar, spec: BarsSpec): string {
  return isKnown(bar) ? said(bar, spec.unit, spec.decimals) : 'brak danych';
}
