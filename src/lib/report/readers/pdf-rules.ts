/** A drawn line of a page, level or upright; lengths in points, downwards from the top. */
export interface Rule {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface Operators {
  fnArray: number[];
  argsArray: unknown[];
}

interface OperatorNames {
  save: number;
  restore: number;
  transform: number;
  constructPath: number;
  paintFormXObjectBegin: number;
  paintFormXObjectEnd: number;
  stroke: number;
  closeStroke: number;
  endPath: number;
}

type Matrix = readonly number[];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** A border is thinner than this. */
const THIN = 3;
/** A shorter stroke is a part of a letter, a dash or a dot. */
const SHORT = 5;
/** Beyond this many lines a page is a drawing. */
const MOST = 6000;

/** The level and upright lines that a page draws, as thin filled boxes (browsers) or strokes (office programs). */
export function rulesOf({ fnArray, argsArray }: Operators, view: Matrix, ops: OperatorNames): Rule[] {
  const rules: Rule[] = [];
  const saved: Matrix[] = [];
  let current: Matrix = view;
  for (const [at, operator] of fnArray.entries()) {
    const args = argsArray[at] as unknown[] | null;
    if (operator === ops.save) saved.push(current);
    else if (operator === ops.restore || operator === ops.paintFormXObjectEnd) current = saved.pop() ?? view;
    else if (operator === ops.transform) current = times(current, args as number[]);
    else if (operator === ops.paintFormXObjectBegin) {
      saved.push(current);
      current = times(current, (args?.[0] as Matrix | null | undefined) ?? IDENTITY);
    } else if (operator === ops.constructPath && args && args[0] !== ops.endPath) {
      const stroked = args[0] === ops.stroke || args[0] === ops.closeStroke;
      for (const box of boxesOf(args[1] as (Float32Array | null)[], current))
        rules.push(...edges(box, stroked));
      if (rules.length > MOST) return [];
    }
  }
  return rules;
}

const times = (a: Matrix, b: Matrix): Matrix => {
  const [a0 = 1, a1 = 0, a2 = 0, a3 = 1, a4 = 0, a5 = 0] = a;
  const [b0 = 1, b1 = 0, b2 = 0, b3 = 1, b4 = 0, b5 = 0] = b;
  return [a0 * b0 + a2 * b1, a1 * b0 + a3 * b1, a0 * b2 + a2 * b3, a1 * b2 + a3 * b3, a0 * b4 + a2 * b5 + a4, a1 * b4 + a3 * b5 + a5];
}; // prettier-ignore

/** Numbers behind each sign of a path: move, line, cubic curve, quadratic curve, close. */
const LENGTHS = [2, 2, 6, 4, 0] as const;

/** The bounds of every part of a path that is made of straight lines. */
function boxesOf(paths: readonly (Float32Array | null)[], to: Matrix): Rule[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = to;
  const boxes: Rule[] = [];
  for (const path of paths) {
    let box: Rule | null = null;
    for (let at = 0; path && at < path.length;) {
      const sign = path[at] ?? 4;
      const [x, y] = [path[at + 1] ?? 0, path[at + 2] ?? 0];
      const [px, py] = [a * x + c * y + e, b * x + d * y + f];
      if (sign === 0) {
        if (box) boxes.push(box);
        box = { left: px, right: px, top: py, bottom: py };
      } else if (sign === 1 && box) {
        box.left = Math.min(box.left, px);
        box.right = Math.max(box.right, px);
        box.top = Math.min(box.top, py);
        box.bottom = Math.max(box.bottom, py);
      } else if (sign !== 4) box = null;
      at += 1 + (LENGTHS[sign as 0] ?? 0);
    }
    if (box) boxes.push(box);
  }
  return boxes;
}

/** A thin box is a line; a stroked box is four. A filled one is a background. */
function edges(box: Rule, stroked: boolean): Rule[] {
  const { left, right, top, bottom } = box;
  const [width, height] = [right - left, bottom - top];
  if (width < THIN || height < THIN) return Math.max(width, height) < SHORT ? [] : [box];
  if (!stroked) return [];
  return [
    { left, right, top, bottom: top },
    { left, right, top: bottom, bottom },
    { left, right: left, top, bottom },
    { left: right, right, top, bottom },
  ];
}
