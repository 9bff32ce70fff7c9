import type { DateFormat, ValueSpec } from '@/lib/contracts/import-mapping';
import { numberFormats } from '@/lib/contracts/number-format';
import { currencyDigits, readAmount } from '@/lib/values/amount';
import { dayReader } from '@/lib/values/day-format';
import { readNumber } from '@/lib/values/number';
import { plainText } from '@/lib/values/plain-text';
import { guessCurrency } from './guess-currency';
import { guessDate } from './guess-date';
import { mostly } from './mostly';

const MONEY_NAME =
  /金额|实付|应付|价格|单价|总价|消费额|客单|amount|price|revenue|gmv|paid|payment|spend|_value$|余额(?!.*积分)/i;
const CODE_NAME = /编号|编码|号$|单号|代码|_?id$|code|_no$|sku|邮编|zip/i;
const YES_NO: readonly (readonly string[])[] = [
  ['true', 'false'],
  ['yes', 'no'],
  ['y', 'n'],
  ['是', '否'],
];
/** Digits with the marks of numbers, and room for signs and currencies on both sides. */
const NUMERIC = /^\D{0,9}\d(?:[\d.,'’ ]*\d)?[.,]?\D{0,9}$|^[-+]?[\d.,]+e[-+]?\d+$/i;

/** The kind of value that a column seems to hold; `samples` are cells with something in them. */
export function guessValue(name: string, samples: readonly string[], currency: string): ValueSpec {
  if (samples.length === 0) return { type: 'text' };
  if (isBoolean(name, samples)) return { type: 'boolean' };
  const [date] = guessDate(name, samples);
  if (date !== undefined) return { type: hasTimes(date, samples) ? 'date' : 'day', format: date };
  if (mostly(samples.filter((text) => NUMERIC.test(plainText(text).trim())).length, samples.length)) {
    const marked = guessCurrency(samples, currency);
    if (isMoney(name, samples, marked, currency))
      return { type: 'money', currency: marked ?? currency, amount: 'major' };
    if (isNumber(name, samples)) return { type: 'number', unit: null };
  }
  const separator = guessSeparator(samples);
  if (separator !== null) return { type: 'list', separator };
  return !CODE_NAME.test(name) && isOption(samples) ? { type: 'option', unknown: 'add' } : { type: 'text' };
}

/** Whether a cell has a time of day or a zone: else what the column has are days of the calendar, and of no zone. */
function hasTimes(format: DateFormat, samples: readonly string[]): boolean {
  if (format.startsWith('epoch')) return true;
  const read = dayReader(format);
  return samples.some((text) => {
    const found = read(text);
    return 'reason' in found && found.reason === 'day-with-time';
  });
}

/** 有 and 无: here the second is an answer, and no empty cell. Null for any other column. */
export function guessPresence(samples: readonly string[]): ValueSpec | null {
  const words = new Set(samples.map((text) => text.trim()));
  const isPresence = words.has('有') && words.has('无') && words.size === 2;
  return isPresence ? { type: 'boolean', yes: ['有'], no: ['无'] } : null;
}

function isBoolean(name: string, samples: readonly string[]): boolean {
  const words = new Set(samples.map((text) => text.trim().toLowerCase()));
  if (YES_NO.some((pair) => [...words].every((word) => pair.includes(word)))) return true;
  return /^is_|^has_|是否|^是|flag$/i.test(name) && [...words].every((word) => word === '0' || word === '1');
}

/** Amounts by their name or their sign: 11.77 alone may be a weight. */
function isMoney(
  name: string,
  samples: readonly string[],
  marked: string | null,
  workspace: string,
): boolean {
  if (marked === null && !MONEY_NAME.test(name)) return false;
  const currency = marked ?? workspace;
  const digits = currencyDigits(currency);
  return numberFormats.some((format) => {
    const amounts = samples.filter((text) => 'value' in readAmount(text, { currency, digits, format }));
    return mostly(amounts.length, samples.length);
  });
}

/** Digits that begin with zero, or are a code by name, are no quantity. */
function isNumber(name: string, samples: readonly string[]): boolean {
  if (CODE_NAME.test(name) || samples.some((text) => /^0\d/.test(text.trim()))) return false;
  return numberFormats.some((format) => {
    const numbers = samples.filter((text) => 'value' in readNumber(text, format));
    return mostly(numbers.length, samples.length);
  });
}

function guessSeparator(samples: readonly string[]): string | null {
  const found = ['、', '|', ';', '，', ','].find((mark) => {
    const split = samples.map((text) => text.split(mark));
    const several = split.filter((parts) => parts.length > 1).length;
    return (
      several >= samples.length * 0.3 &&
      split.every((parts) => parts.every((part) => part.trim().length <= 20))
    );
  });
  return found ?? null;
}

/** Few different values, most of them more than once. */
function isOption(samples: readonly string[]): boolean {
  const distinct = new Set(samples.map((text) => text.trim()));
  if ([...distinct].some((text) => text.length > 30)) return false;
  return (
    distinct.size <= 60 && distinct.size <= Math.min(samples.length / 2, Math.max(3, samples.length / 4))
  );
}
