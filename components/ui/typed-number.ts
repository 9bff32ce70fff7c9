/** What a number that is being typed has to be before it is one. */
export interface NumberLimits {
  minValue?: number;
  maxValue?: number;
  step?: number;
  formatOptions?: Intl.NumberFormatOptions;
}

/** Equal but for what dividing and multiplying by the units of a currency leaves behind. */
export function sameNumber(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b));
}

/** The number that stands in a field, NaN when none does, is one that leaving the field would not change. */
export function isWhole(typed: number, { minValue, maxValue, step, formatOptions }: NumberLimits): boolean {
  if (!Number.isFinite(typed)) return false;
  if (minValue !== undefined && typed < minValue) return false;
  if (maxValue !== undefined && typed > maxValue) return false;
  if (step !== undefined) {
    const from = minValue ?? 0;
    if (!sameNumber(from + Math.round((typed - from) / step) * step, typed)) return false;
  }
  const { maximumFractionDigits: digits } = new Intl.NumberFormat('en', formatOptions).resolvedOptions();
  return sameNumber(Number(typed.toFixed(digits)), typed);
}
