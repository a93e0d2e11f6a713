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
  let swarm = stacked(xs, radius);
  while (swarm.height > most && swarm.radius > 0.8) swarm = stacked(xs, swarm.radius * 0.85);
  return swarm;
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
