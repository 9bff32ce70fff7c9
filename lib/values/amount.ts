import { DEFAULT_NUMBER_FORMAT, type NumberFormat } from '@/lib/contracts/number-format';
import { currenciesOf, withoutMarks } from './currency-marks';
import { digitsReader, signed } from './decimal';
import { plainText } from './plain-text';
import { type ReadResult, rejected } from './read-result';

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

export interface AmountForm {
  /** What the column's amounts are in: the mark of another currency is refused. */
  currency: string;
  /** Decimals of the currency; 0 when the text is in the smallest unit already. */
  digits: number;
  format?: NumberFormat;
}

/**
 * An amount in the currency's smallest unit, by decimal arithmetic on the text: "11.77" is 1177. More decimals
 * than the currency has are an error unless they are zeros.
 */
export function readAmount(
  text: string,
  { currency, digits, format = DEFAULT_NUMBER_FORMAT }: AmountForm,
): ReadResult<number> {
  const { sign, marks } = unmarked(plainText(text).trim());
  const parts = sign && digitsReader(format)(sign.text);
  if (!sign || !parts) return rejected('not-an-amount', { value: text });
  for (const mark of marks) {
    const meant = currenciesOf(mark);
    if (meant === null) return rejected('not-an-amount', { value: text });
    if (!meant.includes(currency)) return rejected('other-currency', { value: text, currency });
  }
  const decimals = parts.fraction.replace(/0+$/, '');
  if (decimals.length > digits) return rejected('too-many-decimals', { value: text, digits });
  const value = Number(parts.whole + decimals.padEnd(digits, '0'));
  if (!Number.isSafeInteger(value)) return rejected('number-too-large', { value: text });
  return { value: sign.negative && value !== 0 ? -value : value };
}

const BARE = /^\d.*\d$|^\d$/;

/** The marks may stand inside the brackets of a negative amount or outside of them. */
function unmarked(text: string): { sign: ReturnType<typeof signed>; marks: string[] } {
  if (BARE.test(text)) return { sign: { negative: false, text }, marks: [] };
  const outer = withoutMarks(text);
  const sign = signed(outer.text);
  if (!sign) return { sign, marks: [] };
  const inner = withoutMarks(sign.text);
  return { sign: { ...sign, text: inner.text }, marks: [...outer.marks, ...inner.marks] };
}
