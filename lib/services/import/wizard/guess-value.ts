import { type DateFormat, dayPartOf, type ValueSpec } from '@/lib/contracts/import-mapping';
import { readAmount } from '../values/amount';
import { dateReader } from '../values/date-format';
import { dayReader } from '../values/day-format';
import { readNumber } from '../values/number';

/** Formats in the order in which they are tried. What fits two of them is the first. */
export const DATE_FORMATS: readonly DateFormat[] = [
  'iso',
  'YYYY/MM/DD HH:mm:ss',
  'YYYY/MM/DD HH:mm',
  'YYYY/MM/DD',
  'YYYY-MM-DD HH:mm:ss',
  'YYYY-MM-DD HH:mm',
  'YYYY-MM-DD',
  'YYYY.MM.DD',
  'YYYY年MM月DD日',
  'YYYY年MM月DD日 HH:mm',
  'YYYYMMDD',
  'YYYYMMDDHHmmss',
  'MM/DD/YYYY',
  'DD/MM/YYYY',
  'MM/DD/YYYY HH:mm',
  'DD/MM/YYYY HH:mm',
  'DD.MM.YYYY',
];

const EPOCHS: readonly { format: DateFormat; shape: RegExp }[] = [
  { format: 'epoch-seconds', shape: /^1\d{9}$/ },
  { format: 'epoch-milliseconds', shape: /^1\d{12}$/ },
];

const TIME_NAME = /time|date|_at$|时间|日期|生日|birth/i;
const MONEY_NAME =
  /金额|实付|应付|价格|单价|总价|消费额|客单|amount|price|revenue|gmv|paid|payment|spend|_value$|余额(?!.*积分)/i;
const MONEY_SIGN = /^[¥¥$€£]|元$/;
const CODE_NAME = /编号|编码|号$|单号|代码|_?id$|code|_no$|sku|邮编|zip/i;
const YES_NO: readonly (readonly string[])[] = [
  ['true', 'false'],
  ['yes', 'no'],
  ['y', 'n'],
  ['是', '否'],
];

/** The kind of value that a column seems to hold; `samples` are cells with something in them. */
export function guessValue(name: string, samples: readonly string[], currency: string): ValueSpec {
  if (samples.length === 0) return { type: 'text' };
  if (isBoolean(name, samples)) return { type: 'boolean' };
  const date = guessDate(name, samples);
  if (date !== null)
    return isDayAlone(date, samples)
      ? { type: 'day', format: dayPartOf(date) }
      : { type: 'date', format: date };
  if (isMoney(name, samples)) return { type: 'money', currency, amount: 'major' };
  if (isNumber(name, samples)) return { type: 'number', unit: null };
  const separator = guessSeparator(samples);
  if (separator !== null) return { type: 'list', separator };
  return !CODE_NAME.test(name) && isOption(samples) ? { type: 'option', unknown: 'add' } : { type: 'text' };
}

/** Whether so many fit that the others are mistakes: one in ten, or a single one of three or more. */
function mostly(fitting: number, samples: readonly string[]): boolean {
  const misfits = samples.length - fitting;
  return fitting > 0 && misfits <= Math.max(samples.length / 10, samples.length >= 3 ? 1 : 0);
}

/** The date format that the samples are of; digits alone are dates only if they look like it in every way. */
export function guessDate(name: string, samples: readonly string[]): DateFormat | null {
  const epoch = EPOCHS.find(({ shape }) => TIME_NAME.test(name) && samples.every((text) => shape.test(text)));
  if (epoch) return epoch.format;
  const fits = (format: DateFormat) => {
    const read = dateReader(format, (wall) => wall);
    return samples.filter((text) => {
      const year = read(text.normalize('NFKC').trim())?.getUTCFullYear() ?? 0;
      return year >= 1900 && year <= 2100;
    }).length;
  };
  const counted = DATE_FORMATS.map((format) => ({ format, n: fits(format) }));
  const best = counted.reduce((a, b) => (b.n > a.n ? b : a));
  return mostly(best.n, samples) ? best.format : null;
}

/** Whether no cell has a time of day: then it is a day of the calendar, and of no zone. */
function isDayAlone(format: DateFormat, samples: readonly string[]): boolean {
  if (format.startsWith('epoch')) return false;
  const [readInstant, readDay] = [dateReader(format, (wall) => wall), dayReader(dayPartOf(format))];
  const dates = samples
    .map((text) => text.normalize('NFKC').trim())
    .filter((text) => readInstant(text) !== null);
  return dates.every((text) => 'day' in readDay(text));
}

function isBoolean(name: string, samples: readonly string[]): boolean {
  const words = new Set(samples.map((text) => text.trim().toLowerCase()));
  if (YES_NO.some((pair) => [...words].every((word) => pair.includes(word)))) return true;
  return /^is_|^has_|是否|^是|flag$/i.test(name) && [...words].every((word) => word === '0' || word === '1');
}

/** Amounts by their name or their sign: 11.77 alone may be a weight. */
function isMoney(name: string, samples: readonly string[]): boolean {
  const amounts = samples.filter((text) => 'value' in readAmount(text.normalize('NFKC').trim(), 2));
  if (!mostly(amounts.length, samples)) return false;
  return MONEY_NAME.test(name) || samples.some((text) => MONEY_SIGN.test(text.trim()));
}

/** Digits that begin with zero, or are a code by name, are no quantity. */
function isNumber(name: string, samples: readonly string[]): boolean {
  if (CODE_NAME.test(name) || samples.some((text) => /^0\d/.test(text.trim()))) return false;
  const numbers = samples.filter((text) => 'value' in readNumber(text.normalize('NFKC').trim()));
  return mostly(numbers.length, samples);
}

function guessSeparator(samples: readonly string[]): string | null {
  const found = ['、', '|', ';', ',', ','].find((mark) => {
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
