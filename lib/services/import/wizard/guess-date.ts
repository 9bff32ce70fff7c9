import type { DateFormat } from '@/lib/contracts/import-mapping';
import { datePartsReader } from '@/lib/values/date-format';
import { dateFormatsFor, isTimeName, orderOf } from '@/lib/values/date-formats';
import { mostly } from './mostly';

/** Digits alone are instants or serial numbers only when the column says that it is about time. */
const COUNTED: readonly { formats: readonly DateFormat[]; shape: RegExp }[] = [
  { formats: ['epoch-seconds'], shape: /^1\d{9}$/ },
  { formats: ['epoch-milliseconds'], shape: /^1\d{12}$/ },
  // 1954 to 2064; which of the two systems it is, no cell says.
  { formats: ['excel-1900', 'excel-1904'], shape: /^[2-5]\d{4}(?:\.\d+)?$/ },
];

/** What every date looks like that is written out. */
const WRITTEN = /^(?:[A-Za-z]{3,9}\.? ?)?\d{1,4}(?:[-/. 年月]|\d{4,10}(?:\D|$))/;
const LOOKED_AT_FIRST = 50;

/** The formats that a column can be of, likeliest first, one for each order of day, month and year. */
export function guessDate(name: string, samples: readonly string[]): DateFormat[] {
  if (samples.length === 0) return [];
  const counted = COUNTED.find(({ shape }) => isTimeName(name) && samples.every((text) => shape.test(text)));
  if (counted) return [...counted.formats];
  const first = samples.slice(0, LOOKED_AT_FIRST);
  if (first.filter((text) => WRITTEN.test(text)).length * 2 < first.length) return [];
  const likely = dateFormatsFor(name).filter((format) => fits(format, first) * 2 >= first.length);
  const counts = likely
    .map((format) => ({ format, n: fits(format, samples) }))
    .filter(({ n }) => mostly(n, samples.length))
    .sort((a, b) => b.n - a.n);
  const seen = new Set<string>();
  return counts.flatMap(({ format }) => {
    const order = orderOf(format);
    if (seen.has(order)) return [];
    seen.add(order);
    return format;
  });
}

/** How many of the samples are dates of this format that anybody may mean. */
function fits(format: DateFormat, samples: readonly string[]): number {
  const read = datePartsReader(format);
  return samples.filter((text) => {
    const year = read(text)?.year ?? 0;
    return year >= 1900 && year <= 2100;
  }).length;
}
