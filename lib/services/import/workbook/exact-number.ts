/** Digits that a spreadsheet keeps and shows. */
const DIGITS = 15;
const EXACT_BELOW = 10 ** DIGITS;

/**
 * The number of a cell as its spreadsheet shows it at most: in plain decimals, without the noise of a double
 * (`1.1299999999999999` is 1.13). From sixteen digits on a spreadsheet has lost some unless another program wrote the
 * file: such a number stays as it is stored. Null when it is none.
 */
export function exactNumber(stored: string): string | null {
  const text = stored.trim();
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) return null;
  const value = Number(text);
  if (!Number.isFinite(value) || Math.abs(value) >= EXACT_BELOW) return text;
  return plainDecimal(Number(value.toPrecision(DIGITS)));
}

/** A double without an exponent: 1e-7 is 0.0000001. */
function plainDecimal(value: number): string {
  const text = String(value === 0 ? 0 : value);
  const match = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', fraction = '', zeros = '1'] = match;
  return `${sign}0.${'0'.repeat(Number(zeros) - 1)}${whole}${fraction}`;
}
