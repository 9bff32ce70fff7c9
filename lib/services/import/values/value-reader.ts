import type { DateFormat, ValueSpec } from '@/lib/contracts/import-mapping';
import { currencyDigits, readAmount } from './amount';
import type { Cell } from './cell';
import { dateReader } from './date-format';
import { dayReader } from './day-format';
import type { LocalToInstant } from './local-time';
import { readNumber } from './number';
import { type ReadResult, rejected } from './read-result';

export type StoredValue = string | number | boolean | Date | string[];
/** Undefined: the cell is empty, nothing is stored. */
export type ValueReader = (cell: Cell) => ReadResult<StoredValue | undefined>;

export interface ReaderContext {
  toInstant: LocalToInstant;
  /** The value of an option by its value or one of its labels; undefined when there is none. */
  optionOf: (text: string) => string | undefined;
}

export const TEXT_LIMIT = 10_000;
export const OPTION_LIMIT = 120;
export const LIST_LIMIT = 200;

type TextReader = (text: string) => ReadResult<StoredValue | undefined>;
type SpecOf = { [T in ValueSpec['type']]: Extract<ValueSpec, { type: T }> };
type Makers = { [T in keyof SpecOf]: (spec: SpecOf[T], context: ReaderContext) => TextReader };

/** How a date that isn't written as a pattern looks, for people. */
const shownFormats: Readonly<Partial<Record<DateFormat, string>>> = {
  iso: 'YYYY-MM-DD',
  'epoch-seconds': '1767225600',
  'epoch-milliseconds': '1767225600000',
};

const makers: Makers = {
  text: () => readText,
  option: (spec, { optionOf }) => {
    return (text) => {
      const known = optionOf(text);
      if (known !== undefined) return { value: known };
      if (spec.unknown === 'reject') return rejected('unknown-option', { value: text });
      return text.length > OPTION_LIMIT
        ? rejected('text-too-long', { limit: OPTION_LIMIT })
        : { value: text };
    };
  },
  number: () => (text) => readNumber(text.normalize('NFKC')),
  money: (spec) => {
    const digits = spec.amount === 'major' ? currencyDigits(spec.currency) : 0;
    return (text) => readAmount(text.normalize('NFKC'), digits);
  },
  boolean: (spec) => {
    const yes = words(spec.yes ?? ['true', 'yes', 'y', '1', '是']);
    const no = words(spec.no ?? ['false', 'no', 'n', '0', '否']);
    return (text) => {
      const word = text.normalize('NFKC').toLowerCase();
      if (yes.has(word)) return { value: true };
      return no.has(word) ? { value: false } : rejected('not-a-boolean', { value: text });
    };
  },
  date: (spec, { toInstant }) => {
    const read = dateReader(spec.format, toInstant);
    return (text) => {
      const value = read(text.normalize('NFKC'));
      return value
        ? { value }
        : rejected('not-a-date', { value: text, format: shownFormats[spec.format] ?? spec.format });
    };
  },
  day: (spec) => {
    const read = dayReader(spec.format);
    return (text) => {
      const found = read(text.normalize('NFKC'));
      if ('day' in found) return { value: found.day };
      return found.reason === 'day-with-time'
        ? rejected('day-with-time', { value: text })
        : rejected('not-a-date', { value: text, format: shownFormats[spec.format] ?? spec.format });
    };
  },
  list: (spec) => (text) => listOf(listTexts(text, spec.separator)),
};

/** The reader of a column. What it gives is of the catalogue type, or absent, or a reason. */
export function valueReader(spec: ValueSpec, context: ReaderContext): ValueReader {
  const read = make(spec.type, spec, context);
  return (cell) => {
    if (cell === undefined) return { value: undefined };
    if (typeof cell !== 'string') {
      if ('unreadable' in cell) return rejected(cell.unreadable, { value: cell.text });
      return spec.type === 'list' ? listOf(cell) : rejected('not-a-text');
    }
    const text = cell.trim();
    if (text === '') return { value: undefined };
    return isStorable(text) ? read(text) : rejected('broken-text');
  };
}

function make<T extends keyof SpecOf>(type: T, spec: SpecOf[T], context: ReaderContext): TextReader {
  return makers[type](spec, context);
}

/** U+0000 is refused by PostgreSQL, half a surrogate pair by BSON, U+FFFD is what a wrong encoding leaves. */
function isStorable(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the control character is what is looked for
  return !/[\u0000\ufffd]|\p{Surrogate}/u.test(text);
}

function readText(text: string): ReadResult<string> {
  return text.length > TEXT_LIMIT ? rejected('text-too-long', { limit: TEXT_LIMIT }) : { value: text };
}

function words(list: readonly string[]): Set<string> {
  return new Set(list.map((word) => word.normalize('NFKC').trim().toLowerCase()));
}

/** A list that came from NDJSON into a CSV of rejected rows is JSON there; it is read back as what it was. */
function listTexts(text: string, separator: string): readonly string[] {
  if (text.startsWith('["') && text.endsWith('"]')) {
    try {
      const parsed: unknown = JSON.parse(text);
      if (Array.isArray(parsed) && parsed.every((entry) => typeof entry === 'string')) return parsed;
    } catch {
      // Not JSON after all: a list whose first entry begins with a bracket.
    }
  }
  return text.split(separator);
}

function listOf(entries: readonly string[]): ReadResult<string[] | undefined> {
  const list = [...new Set(entries.map((entry) => entry.trim()).filter((entry) => entry !== ''))];
  if (list.length > LIST_LIMIT) return rejected('list-too-long', { limit: LIST_LIMIT });
  if (list.some((entry) => entry.length > OPTION_LIMIT))
    return rejected('text-too-long', { limit: OPTION_LIMIT });
  if (!list.every(isStorable)) return rejected('broken-text');
  return { value: list.length === 0 ? undefined : list };
}
