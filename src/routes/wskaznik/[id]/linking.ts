/** A mark of a view: its area and its place in the coordinates of its drawing. */
interface Mark {
  teryt: string;
  x: number;
  y: number;
}

/** Points nearer than this to the pointer are taken for pointed at: half of what a finger needs. */
const REACH = 12;

const marksOf = new WeakMap<Element, Mark[]>();

/** Centres of the points of a drawing, read once. */
export function pointsIn(drawing: Element): Mark[] {
  let marks = marksOf.get(drawing);
  if (!marks) {
    const number = (element: Element, name: string) => Number(element.getAttribute(name));
    marks = [...drawing.querySelectorAll('circle[data-teryt]')].map((circle) => ({
      teryt: circle.getAttribute('data-teryt') ?? '',
      x: number(circle, 'cx'),
      y: number(circle, 'cy'),
    }));
    marksOf.set(drawing, marks);
  }
  return marks;
}

/** Area of the point nearest to a place on the screen; `null` where none is near. */
function nearest(svg: SVGSVGElement, clientX: number, clientY: number): string | null {
  const box = svg.getBoundingClientRect();
  const scale = svg.viewBox.baseVal.width / box.width;
  const [x, y] = [(clientX - box.left) * scale, (clientY - box.top) * scale];
  let best: { teryt: string; far: number } | null = null;
  for (const mark of pointsIn(svg)) {
    const far = (mark.x - x) ** 2 + (mark.y - y) ** 2;
    if (!best || far < best.far) best = { teryt: mark.teryt, far };
  }
  return best && best.far <= (REACH * scale) ** 2 ? best.teryt : null;
}

/** Area that an event is about; `null` where it is about none. */
export function areaAt(event: Event): string | null {
  const { target } = event;
  if (!(target instanceof Element)) return null;
  const own = target.closest('[data-teryt]')?.getAttribute('data-teryt');
  if (own) return own;
  const svg = target.closest<SVGSVGElement>('svg.chart');
  return svg && event instanceof MouseEvent ? nearest(svg, event.clientX, event.clientY) : null;
}

/** Lights an area in every view within a box, a gmina's powiat where that is a mark, and a powiat's gminy. */
export function light(box: Element, teryt: string | null): void {
  for (const old of box.querySelectorAll('.lit')) old.classList.remove('lit');
  if (teryt === null) return;
  const above = teryt.length === 6 ? `, .area[data-teryt="${teryt.slice(0, 4)}"]` : '';
  for (const mark of box.querySelectorAll(`[data-teryt^="${teryt}"]${above}`)) mark.classList.add('lit');
}

const STEPS: Partial<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
};

/** Index that a key leads to in a list from the lowest to the highest; `null` for other keys. */
export function stepTo(key: string, at: number | null, length: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return length - 1;
  const step = STEPS[key];
  if (step === undefined) return null;
  return at === null ? (step > 0 ? 0 : length - 1) : Math.max(0, Math.min(length - 1, at + step));
}
