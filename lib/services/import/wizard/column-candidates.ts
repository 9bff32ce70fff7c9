import { dayFormatSchema, type ValueSpec } from '@/lib/contracts/import-mapping';
import { numberFormats } from '@/lib/contracts/number-format';
import { currencyDigits, readAmount } from '@/lib/values/amount';
import { datePartsReader } from '@/lib/values/date-format';
import { wallClock } from '@/lib/values/date-parts';
import { dayReader } from '@/lib/values/day-format';
import { readNumber } from '@/lib/values/number';
import type { ReadResult } from '@/lib/values/read-result';
import { storedDayText } from '@/rules-engine/index';
import type { Candidate } from './column-tally';
import { guessDate } from './guess-date';

/** The ways in which a column of this type could be read, the likeliest first; none where there is only one way. */
export function candidatesOf(value: ValueSpec, name: string, samples: readonly string[]): Candidate[] {
  if (value.type === 'date') return guessDate(name, samples).map((format) => dateCandidate(format));
  if (value.type === 'day')
    return guessDate(name, samples)
      .filter((format) => dayFormatSchema.safeParse(format).success)
      .map(dayCandidate);
  if (value.type === 'number')
    return numberFormats.map((format) => numeric({ ...value, format }, (text) => readNumber(text, format)));
  if (value.type !== 'money') return [];
  const { currency, amount } = value;
  const digits = amount === 'major' ? currencyDigits(currency) : 0;
  return numberFormats.map((format) =>
    numeric({ ...value, format }, (text) => readAmount(text, { currency, digits, format })),
  );
}

function numeric(value: ValueSpec, read: (text: string) => ReadResult<number>): Candidate {
  const readingOfCell = (text: string) => {
    const result = read(text);
    return 'value' in result ? result.value : null;
  };
  return { value, read: readingOfCell, show: readingOfCell };
}

function dateCandidate(format: string): Candidate {
  const read = datePartsReader(format);
  const wallOf = (text: string) => {
    const parts = read(text);
    return parts === null ? null : wallClock(parts);
  };
  return {
    value: { type: 'date', format },
    read: wallOf,
    show: (text) => {
      const parts = read(text);
      if (parts === null) return null;
      const iso = new Date(wallClock(parts)).toISOString();
      return parts.time === null ? iso.slice(0, 10) : iso.slice(0, 16);
    },
  };
}

function dayCandidate(format: string): Candidate {
  const read = dayReader(format);
  const dayOf = (text: string) => {
    const found = read(text);
    return 'day' in found ? found.day.getTime() : null;
  };
  return {
    value: { type: 'day', format },
    read: dayOf,
    show: (text) => {
      const day = dayOf(text);
      return day === null ? null : storedDayText(day);
    },
  };
}
