import type { SizesAnswer } from '@/lib/contracts/runs';

export type SizePoint = SizesAnswer['points'][number];

export interface SizeSeries {
  /** '' for the size as a whole. */
  value: string;
  label: { zh: string; en: string } | null;
  /** In the order of the points; null where a version didn't have the value. */
  sizes: (number | null)[];
}

/** How the size went, and that of each value: in the order of the newest point, older values after. */
export function sizeSeries(points: readonly SizePoint[]): SizeSeries[] {
  const whole: SizeSeries = { value: '', label: null, sizes: points.map(({ size }) => size) };
  const labels = new Map<string, { zh: string; en: string }>();
  for (const { counts } of [...points].reverse()) {
    for (const { value, label } of counts) if (value !== '' && !labels.has(value)) labels.set(value, label);
  }
  const values = [...labels].map(([value, label]) => ({
    value,
    label,
    sizes: points.map(({ counts }) => counts.find((count) => count.value === value)?.n ?? null),
  }));
  // With one value the whole says the same.
  return values.length === 1 ? [whole] : [whole, ...values];
}
