import type { DateFormat, ValueSpec } from '@/lib/contracts/import-mapping';
import type { NumberFormat } from '@/lib/contracts/number-format';
import { currencyDigits, readAmount } from './amount';
import { type Cell, cellText, isList, isLiteral } from './cell';
import { dateReader } from './date-format';
import { dayReader } from './day-format';
import type { EmptyWords } from './empty-words';
import type { LocalToInstant } from './local-time';
import { readNumber } from './number';
import { plainLiteral } from './plain-literal';
import { halfWidth, isStorable } from './plain-text';
import { type ReadResult, rejected } from './read-result';

export type StoredValue = string | number | boolean | Date | string[];
/** Undefined: the cell is empty, nothing is stored. */
export type ValueReader = (cell: Cell) => ReadResult<StoredValue | undefined>;

export interface ReaderContext {
  toInstant: LocalToInstant;
  /** The value of an option by its value or one of its labels; undefined when there is none. */
  optionOf: (text: string) => string | undefined;
  /** The mapping's words for an empty cell; without them no word is one. */
  empty?: EmptyWords;
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
  'excel-1900': '40878.35',
  'excel-1904': '39416.35',
};

/** Files that know numbers (JSON, workbooks) write them in this way, whatever the texts of the column are like. */
const LITERAL_FORMAT: NumberFormat = '1234.5';

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
  number:
    ({ format }) =>
    (text) =>
      readNumber(text, format),
  money: ({ currency, amount, format }) => {
    const digits = amount === 'major' ? currencyDigits(currency) : 0;
    return (text) => readAmount(text, { currency, digits, format });
  },
  boolean: (spec) => {
    const yes = words(spec.yes ?? ['true', 'yes', 'y', '1', '是']);
    const no = words(spec.no ?? ['false', 'no', 'n', '0', '否']);
    return (text) => {
      const word = wordOf(text);
      if (yes.has(word)) return { value: true };
      return no.has(word) ? { value: false } : rejected('not-a-boolean', { value: text });
    };
  },
  date: (spec, { toInstant }) => {
    const read = dateReader(spec.format, toInstant);
    return (text) => {
      const value = read(text);
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
  const isNumeric = spec.type === 'number' || spec.type === 'money';
  const readLiteral = isNumeric ? make(spec.type, { ...spec, format: LITERAL_FORMAT }, context) : read;
  return (cell) => {
    if (cell === undefined) return { value: undefined };
    if (isList(cell)) return spec.type === 'list' ? listOf(cell) : rejected('not-a-text');
    const isNumber = isLiteral(cell) && cell.literal === 'number';
    if (typeof cell !== 'string' && !isLiteral(cell)) return rejected(cell.unreadable, { value: cell.text });
    const text = cellText(cell).trim();
    if (text === '' || (context.empty?.isEmpty(text) && !isMeant(text, spec, context)))
      return { value: undefined };
    if (!isStorable(text)) return rejected('broken-text');
    return isNumber ? readLiteral(isNumeric ? plainLiteral(text) : text) : read(text);
  };
}

/** Whether a word that elsewhere stands for nothing is one that this column is told to know. */
function isMeant(text: string, spec: ValueSpec, { optionOf }: ReaderContext): boolean {
  if (spec.type === 'option') return optionOf(text) !== undefined;
  return spec.type === 'boolean' && words([...(spec.yes ?? []), ...(spec.no ?? [])]).has(wordOf(text));
}

function make<T extends keyof SpecOf>(type: T, spec: SpecOf[T], context: ReaderContext): TextReader {
  return makers[type](spec, context);
}

function readText(text: string): ReadResult<string> {
  return text.length > TEXT_LIMIT ? rejected('text-too-long', { limit: TEXT_LIMIT }) : { value: text };
}

function words(list: readonly string[]): Set<string> {
  return new Set(list.map(wordOf));
}

function wordOf(text: string): string {
  return halfWidth(text).trim().toLowerCase();
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
