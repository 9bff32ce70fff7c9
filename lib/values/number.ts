import { DEFAULT_NUMBER_FORMAT, type NumberFormat } from '@/lib/contracts/number-format';
import { digitsReader, signed } from './decimal';
import { plainText } from './plain-text';
import { type ReadResult, rejected } from './read-result';

/** So many digits survive in a double whatever they are. */
const SAFE_DIGITS = 15;
const DIGITS = /^\d{1,15}$/;

/**
 * A finite number, written with the marks of the format. Of more digits than a double holds, those are taken that it
 * gives back: anything else would be another number.
 */
export function readNumber(text: string, format: NumberFormat = DEFAULT_NUMBER_FORMAT): ReadResult<number> {
  if (DIGITS.test(text)) return { value: Number(text) };
  const sign = signed(plainText(text).trim());
  const parts = sign && mantissa(sign.text, format);
  if (!sign || !parts) return rejected('not-a-number', { value: text });
  const { whole, fraction, exponent } = parts;
  const value = Number(`${whole}.${fraction || '0'}e${exponent}`);
  const isWhole = fraction === '' && exponent === 0;
  if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value)))
    return rejected('number-too-large', { value: text });
  if (!isExact(value, whole + fraction, exponent - fraction.length))
    return rejected(isWhole ? 'number-too-large' : 'number-not-exact', { value: text });
  // -0 and 0 would be two values for one number.
  return { value: sign.negative && value !== 0 ? -value : value };
}

function mantissa(
  text: string,
  format: NumberFormat,
): { whole: string; fraction: string; exponent: number } | null {
  const scientific = /^([\d.,]+)e([+-]?\d{1,3})$/i.exec(text);
  const digits = digitsReader(format)(scientific?.[1] ?? text);
  return digits && { ...digits, exponent: Number(scientific?.[2] ?? 0) };
}

/** Whether the double's own shortest digits are those that were written. */
function isExact(value: number, digits: string, exponent: number): boolean {
  const written = significant(digits, exponent);
  if (written.digits === '') return value === 0;
  if (value === 0) return false;
  if (written.digits.length <= SAFE_DIGITS) return true;
  const [mantissaText = '', power = '0'] = value.toExponential().split('e');
  const [whole = '', fraction = ''] = mantissaText.split('.');
  const kept = significant(whole + fraction, Number(power) - fraction.length);
  return kept.digits === written.digits && kept.exponent === written.exponent;
}

function significant(digits: string, exponent: number): { digits: string; exponent: number } {
  const trimmed = digits.replace(/^0+/, '');
  const kept = trimmed.replace(/0+$/, '');
  return { digits: kept, exponent: exponent + trimmed.length - kept.length };
}
