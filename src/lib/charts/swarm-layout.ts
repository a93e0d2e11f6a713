/** Height of each of some equal circles above one line, so that none covers another. */
export interface Swarm {
  radius: number;
  /** Height of the centre above the line, in the order of the places given. */
  ys: number[];
  height: number;
}

/**
 * Circles above a line, each as low as those before it leave room; smaller ones where they would stand too high.
 * @param xs places along the line, ascending
 */
export function swarmLayout(xs: readonly number[], radius: number, most: number): Swarm {
  let size = radius;
  while (size > SMALLEST && highestPile(xs, size) > most) size *= 0.9;
  let swarm = stacked(xs, size);
  while (swarm.height > most && swarm.radius > SMALLEST) swarm = stacked(xs, swarm.radius * 0.85);
  return swarm;
}

const SMALLEST = 0.8;

/** About how high circles pile up: those that share a stretch as wide as one of them. Much quicker than placing them. */
function highestPile(xs: readonly number[], radius: number): number {
  const counts = new Map<number, number>();
  let most = 0;
  for (const x of xs) {
    const stretch = Math.floor(x / (radius * 2));
    const count = (counts.get(stretch) ?? 0) + 1;
    counts.set(stretch, count);
    most = Math.max(most, count);
  }
  return most * radius * 2;
}

function stacked(xs: readonly number[], radius: number): Swarm {
  const size = radius * 2;
  const ys: number[] = [];
  let first = 0;
  let top = 0;
  xs.forEach((x, index) => {
    while (x - (xs[first] ?? x) >= size) first += 1;
    const taken: [number, number][] = [];
    for (let i = first; i < index; i += 1) {
      const apart = x - (xs[i] ?? x);
      const reach = Math.sqrt(size * size - apart * apart);
      const y = ys[i] ?? 0;
      taken.push([y - reach, y + reach]);
    }
    taken.sort((a, b) => a[0] - b[0]);
    let y = radius;
    for (const [from, to] of taken) if (from < y - 1e-9 && to > y + 1e-9) y = to;
    ys.push(y);
    top = Math.max(top, y + radius);
  });
  return { radius, ys, height: top };
}
