/** Bands in the order in which a score is held against them: the highest lower bound first, those without one last. */
export function byLowerBound<B extends Readonly<Record<string, unknown>>>(bands: readonly B[]): B[] {
  const bound = ({ from }: B) => (typeof from === 'number' ? from : Number.NEGATIVE_INFINITY);
  return [...bands].sort((a, b) => bound(b) - bound(a));
}
