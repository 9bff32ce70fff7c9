import { type ReadResult, rejected } from './read-result';

const NUMBER = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d*))?$/;
const CURRENCY_SIGNS = /^(?:[¥¥$€£]|RMB|CNY|USD)\s*|\s*(?:元|圆)$/g;
const digitsOf = new Map<string, number>();

/** Decimals of a currency: 2 of CNY, 0 of JPY. Source: ISO 4217 by way of Intl. */
export function currencyDigits(currency: string): number {
  let digits = digitsOf.get(currency);
  if (digits === undefined) {
    digits =
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
      2;
    digitsOf.set(currency, digits);
  }
  return digits;
}

/**
 * An amount in the currency's smallest unit, by decimal arithmetic on the text: "11.77" is 1177. More decimals
 * than the currency has are an error unless they are zeros.
 * @param digits decimals of the currency; 0 when the text is in the smallest unit already
 */
export function readAmount(text: string, digits: number): ReadResult<number> {
  const plain = text.replace(CURRENCY_SIGNS, '').replace(/^([+-])\s*[¥¥$€£]\s*/, '$1');
  const match = NUMBER.exec(plain);
  if (!match || (match[2] === undefined && !match[3])) return rejected('not-an-amount', { value: text });
  const whole = (match[2] ?? '0').replaceAll(',', '');
  const decimals = (match[3] ?? '').replace(/0+$/, '');
  if (decimals.length > digits) return rejected('too-many-decimals', { value: text, digits });
  const value = Number(whole + decimals.padEnd(digits, '0'));
  if (!Number.isSafeInteger(value)) return rejected('number-too-large', { value: text });
  return { value: match[1] === '-' && value !== 0 ? -value : value };
}
