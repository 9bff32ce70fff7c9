/** Digits behind the point in a currency: 2 for CNY, 0 for JPY. An unknown code counts as 2. */
export function currencyDigits(currency: string): number {
  try {
    return (
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
      2
    );
  } catch {
    return 2;
  }
}

/** An amount as people type it, from the smallest unit as it is stored. */
export function fromSmallest(smallest: number, currency: string): number {
  return smallest / 10 ** currencyDigits(currency);
}

/** The smallest unit, a whole number, from what was typed. */
export function toSmallest(typed: number, currency: string): number {
  return Math.round(typed * 10 ** currencyDigits(currency));
}
