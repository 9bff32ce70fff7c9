/** Digits that an exponent may add: beyond them no number that is stored exactly comes out anyway. */
const MOST_PLACES = 40;

/** A number of JSON without its exponent: `1.5e3` is `1500`, exactly. Left as it is where the exponent is out of all reason. */
export function plainLiteral(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?[eE]([+-]?\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const shift = Number(exponent);
  if (Math.abs(shift) > MOST_PLACES) return text;
  const zeros = '0'.repeat(Math.abs(shift));
  const digits = shift < 0 ? `${zeros}${whole}${fraction}` : `${whole}${fraction}${zeros}`;
  const point = shift < 0 ? whole.length : whole.length + shift;
  const decimals = digits.slice(point).replace(/0+$/, '');
  return `${sign}${digits.slice(0, point).replace(/^0+(?=\d)/, '')}${decimals === '' ? '' : `.${decimals}`}`;
}
