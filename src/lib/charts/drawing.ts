/** The two drawings of every chart on a page: wide, and narrow for a phone. Text is never below 11 px. */
export type DrawingName = 'wide' | 'narrow';
/**
 * `paper`: arranged as the narrow one, lower and with finer letters, for half the width of a printed sheet.
 * `frame`: the wide one for pages of others, where the reader's own typeface, often a wider one, writes the labels.
 */
export type DrawingSize = DrawingName | 'paper' | 'frame';

export interface Drawing {
  /** How it is arranged. */
  name: DrawingName;
  width: number;
  height: number;
  font: number;
  /** Most year labels that fit along the axis. */
  ticks: number;
  /** Room at the right for the labels of lines; on a phone they stand above. */
  labels: number;
}

export const DRAWINGS: Record<DrawingSize, Drawing> = {
  wide: { name: 'wide', width: 720, height: 405, font: 14, ticks: 12, labels: 150 },
  narrow: { name: 'narrow', width: 340, height: 255, font: 13, ticks: 6, labels: 0 },
  frame: { name: 'wide', width: 720, height: 405, font: 14, ticks: 10, labels: 195 },
  paper: { name: 'narrow', width: 420, height: 250, font: 13, ticks: 8, labels: 0 },
};

const SVG_NS: string = 'http://www.w3.org/2000/svg';

/** An SVG element with attributes and children. */
export function svg(
  document: Document,
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: (Element | string)[]
): SVGElement {
  const element = document.createElementNS(SVG_NS, name) as SVGElement;
  // Plot centres every text of a drawing unless it says otherwise; ours begin where they stand.
  if (name === 'text') element.setAttribute('text-anchor', 'start');
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/**
 * Makes what Plot drew fit the house: no `<style>` and no style attributes (the policy forbids both),
 * no colours of its own (the stylesheet gives them by class), numbers of one decimal.
 */
export function clean(root: Element): void {
  for (const style of root.querySelectorAll('style')) style.remove();
  for (const element of [root, ...root.querySelectorAll('*')]) {
    for (const name of ['style', 'aria-label', 'aria-hidden', 'font-family', 'font-variant'])
      element.removeAttribute(name);
    for (const name of ['stroke', 'fill'])
      if (element.getAttribute(name) === 'currentColor') element.removeAttribute(name);
    for (const { name, value } of [...element.attributes])
      if (/\d\.\d{2,}/.test(value))
        element.setAttribute(
          name,
          value.replace(/-?\d+\.\d{2,}/g, (n) => String(Math.round(Number(n) * 10) / 10)),
        );
  }
}

/** Root of a chart that needs no cleaning, with its accessible name; everything inside is presentation. */
export function dress(root: SVGElement, name: string): SVGElement {
  root.setAttribute('class', 'chart');
  root.setAttribute('role', 'img');
  root.setAttribute('aria-label', name);
  return root;
}

/** Root of a finished chart, with its accessible name; everything inside is presentation. */
export function finish(root: SVGElement, name: string): SVGElement {
  clean(root);
  dress(root, name);
  for (const attribute of ['fill', 'font-size']) root.removeAttribute(attribute);
  return root;
}
