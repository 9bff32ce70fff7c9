/** A layer with all above it. */
export interface FunnelStep<V> {
  value: V;
  /** The layers that are counted, from this one up to the highest. */
  values: V[];
  /** Members in this layer or a higher one. */
  reached: number;
  /** Of those who reached the layer below it; null for the lowest, and where nobody did. */
  conversion: number | null;
}

/** Who got at least as far as each layer: from the lowest, where everybody is, to the highest. */
export function funnelOf<V>(sizes: readonly { value: V; n: number }[]): FunnelStep<V>[] {
  const steps = sizes.map(({ value }, index) => {
    const upTo = sizes.slice(0, index + 1);
    return {
      value,
      values: upTo.map((size) => size.value),
      reached: upTo.reduce((sum, { n }) => sum + n, 0),
    };
  });
  return steps
    .map((step, index) => {
      const below = steps[index + 1]?.reached ?? 0;
      return { ...step, conversion: below > 0 ? step.reached / below : null };
    })
    .reverse();
}
