import { gap, type Rect, type Size } from './geometry';

/** Cards lie on this grid. */
export const grid = 8;

/**
 * The free place nearest to where a card should be: there if nothing is in the way, else below or above what is, else
 * further right. `rects` are the cards that stay where they are.
 */
export function freePlace(
  wanted: { x: number; y: number },
  size: Size,
  rects: readonly Rect[],
): { x: number; y: number } {
  const start = { x: snap(wanted.x), y: snap(wanted.y) };
  for (let column = 0; column < 20; column += 1) {
    const x = snap(start.x + column * (size.width + gap.x));
    const spot = nearestInColumn({ x, y: start.y }, size, rects);
    // A column that is full far up and down isn't near: the next one is.
    if (Math.abs(spot.y - start.y) <= 4 * (size.height + gap.y) || column === 19) return spot;
  }
  return start;
}

function nearestInColumn(wanted: { x: number; y: number }, size: Size, rects: readonly Rect[]) {
  const inTheWay = rects.filter(
    (rect) => rect.x < wanted.x + size.width + grid && rect.x + rect.width + grid > wanted.x,
  );
  const candidates = [
    wanted.y,
    ...inTheWay.flatMap((rect) => [
      snapUp(rect.y + rect.height + gap.y),
      snapDown(rect.y - gap.y - size.height),
    ]),
  ].sort((a, b) => Math.abs(a - wanted.y) - Math.abs(b - wanted.y) || b - a);
  const y = candidates.find((candidate) =>
    inTheWay.every((rect) => !overlaps({ x: wanted.x, y: candidate, ...size }, rect)),
  );
  return { x: wanted.x, y: y ?? wanted.y };
}

/** Cards that only just don't touch still look like one: half a gap is kept. */
export function overlaps(a: Rect, b: Rect): boolean {
  const margin = gap.y / 2;
  return (
    a.x < b.x + b.width + grid &&
    b.x < a.x + a.width + grid &&
    a.y < b.y + b.height + margin &&
    b.y < a.y + a.height + margin
  );
}

export function snap(value: number): number {
  return Math.round(value / grid) * grid;
}

function snapUp(value: number): number {
  return Math.ceil(value / grid) * grid;
}

function snapDown(value: number): number {
  return Math.floor(value / grid) * grid;
}
