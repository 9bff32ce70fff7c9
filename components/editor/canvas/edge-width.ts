const thinnest = 1.5;
const thickest = 10;

/** Pixels: the root of the share, so that a small branch can be seen beside a big one. Unknown is thin. */
export function edgeWidth(n: number | null, total: number | null): number {
  if (n === null || !total) return thinnest;
  return thinnest + (thickest - thinnest) * Math.sqrt(Math.min(1, n / total));
}
