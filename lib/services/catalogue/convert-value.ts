import type { FieldType } from '@/lib/contracts/catalogue';
import type { ValueSpec } from '@/lib/contracts/import-mapping';
import { currencyDigits } from '@/lib/values/amount';
import { dateReader } from '@/lib/values/date-format';
import { CERTAIN_DATE_FORMATS } from '@/lib/values/date-formats';
import { dayReader } from '@/lib/values/day-format';
import { localToInstant } from '@/lib/values/local-time';
import { type StoredValue, valueReader } from '@/lib/values/value-reader';
import { dayOfStored, localDay, startOfDay, storedDayText, storedOfDay } from '@/rules-engine/index';

/** The value as the new type; null when it doesn't fit. */
export type ConvertValue = (value: unknown) => StoredValue | null;

export interface TypeAndUnit {
  type: FieldType;
  unit: string | null;
}

/**
 * Reads stored values as another type, as an import would have read their texts. Between instants and calendar days the zone
 * decides: the day that an instant is on there, the instant at which a day begins there. A value that is of the new type and
 * not of the old one was turned before an interruption: it stays.
 */
export function valueConverter(from: TypeAndUnit, to: TypeAndUnit, timeZone: string): ConvertValue {
  const read = textReader(to, timeZone);
  const readText = (text: string | null) => (text === null ? null : read(text));
  return (value) => {
    if (isBetweenInstantAndDay(from.type, to.type)) return readText(turnedText(value, to, timeZone));
    if (isOf(value, to.type) && !isOf(value, from.type)) return value;
    return readText(textOf(value, from));
  };
}

/** Both are stored as dates of the database: a value doesn't tell whether it was turned already. */
export function isBetweenInstantAndDay(from: FieldType, to: FieldType): boolean {
  return (from === 'date' && to === 'day') || (from === 'day' && to === 'date');
}

/**
 * The text of what an instant or a calendar day becomes as the other type: the day that the instant is on in the zone, the
 * instant at which the day begins there. The text of what is neither.
 */
export function turnedText(value: unknown, to: TypeAndUnit, timeZone: string): string | null {
  if (!(value instanceof Date)) return textOf(value, to);
  const at = value.getTime();
  const turned =
    to.type === 'day' ? storedOfDay(localDay(at, timeZone)) : startOfDay(dayOfStored(at), timeZone);
  return textOf(new Date(turned), to);
}

function textReader({ type, unit }: TypeAndUnit, timeZone: string): (text: string) => StoredValue | null {
  const toInstant = localToInstant(timeZone);
  if (type === 'date') {
    // One value alone doesn't say whether 05/01/2026 is in May: such texts are no dates here.
    const readers = CERTAIN_DATE_FORMATS.map((format) => dateReader(format, toInstant));
    return (text) => readers.map((read) => read(text)).find((date) => date !== null) ?? null;
  }
  if (type === 'day') {
    const readers = CERTAIN_DATE_FORMATS.map(dayReader);
    return (text) => readers.map((read) => read(text)).find((found) => 'day' in found)?.day ?? null;
  }
  const context = { toInstant, optionOf: () => undefined };
  const reader = (spec: ValueSpec) => {
    const read = valueReader(spec, context);
    return (text: string) => {
      const result = read(text);
      return 'value' in result ? (result.value ?? null) : null;
    };
  };
  const spec = specOf(type, unit);
  const read = reader(spec);
  if (spec.type !== 'number' && spec.type !== 'money') return read;
  // Nor whether 1.200 is more than a thousand: what a decimal comma makes another number of is none here.
  const readOtherwise = reader({ ...spec, format: '1.234,5' });
  return (text) => {
    const [value, other] = [read(text), readOtherwise(text)];
    return other === null || other === value ? value : null;
  };
}

function specOf(to: Exclude<FieldType, 'date' | 'day'>, unit: string | null): ValueSpec {
  const specs: Record<typeof to, ValueSpec> = {
    text: { type: 'text' },
    option: { type: 'option', unknown: 'add' },
    number: { type: 'number', unit },
    money: { type: 'money', currency: unit ?? 'CNY', amount: 'major' },
    boolean: { type: 'boolean' },
    list: { type: 'list', separator: ',' },
  };
  return specs[to];
}

/** The text of a stored value, money in its major unit, a day without a time; null for what no text stands for. */
function textOf(value: unknown, { type, unit }: TypeAndUnit): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number')
    return type === 'money' && unit !== null ? majorUnit(value, unit) : String(value);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Date) return type === 'day' ? storedDayText(value.getTime()) : value.toISOString();
  return isOf(value, 'list') ? value.join(',') : null;
}

function majorUnit(value: number, currency: string): string {
  const digits = currencyDigits(currency);
  const text = String(Math.abs(value)).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return `${value < 0 ? '-' : ''}${whole}${digits === 0 ? '' : `.${text.slice(-digits)}`}`;
}

interface ValueOf {
  text: string;
  option: string;
  number: number;
  money: number;
  boolean: boolean;
  date: Date;
  day: Date;
  list: string[];
}

function isOf<T extends FieldType>(value: unknown, type: T): value is ValueOf[T] {
  const tests: Record<FieldType, boolean> = {
    text: typeof value === 'string',
    option: typeof value === 'string',
    number: typeof value === 'number',
    money: typeof value === 'number',
    boolean: typeof value === 'boolean',
    date: value instanceof Date,
    day: value instanceof Date,
    list: Array.isArray(value) && value.every((entry) => typeof entry === 'string'),
  };
  return tests[type];
}
