import type { DateFormat } from '@/lib/contracts/import-mapping';
import {
  type DateParts,
  type DatePartsReader,
  isDay,
  partsOf,
  timeOfDay,
  wallClock,
  ZONE,
  zoneOffset,
} from './date-parts';
import { patternReader } from './date-pattern-reader';
import { serialReader } from './excel-serial';
import type { LocalToInstant } from './local-time';
import { plainText } from './plain-text';

/** Reads a text as an instant; null when it isn't one of this form. */
export type DateReader = (text: string) => Date | null;

/** Instants beyond these are mistakes (a phone in the date column), not purchases. */
const EARLIEST = Date.UTC(1850, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

const ISO = new RegExp(
  `^(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s?${ZONE}?)?$`,
  'i',
);

/** The reader of a format. Local times are turned into instants by `toInstant`. */
export function dateReader(format: DateFormat, toInstant: LocalToInstant): DateReader {
  const read = datePartsReader(format);
  return (text) => {
    const parts = read(text);
    if (parts === null) return null;
    const wall = wallClock(parts);
    const instant = parts.offset === null ? toInstant(wall) : wall - parts.offset;
    return instant >= EARLIEST && instant < LATEST ? new Date(instant) : null;
  };
}

const readers = new Map<string, DatePartsReader>();

/** The reader of a format that leaves the date as it is written: a day, and as much of time and zone as there is. */
export function datePartsReader(format: DateFormat): DatePartsReader {
  let read = readers.get(format);
  if (read === undefined) {
    read = makeReader(format);
    // Formats are made by people: a few dozen at most, but nothing says so.
    if (readers.size > 500) readers.clear();
    readers.set(format, read);
  }
  const known = read;
  return (text) => known(plainText(text).trim());
}

/** The date in a text; null when it isn't of the format. */
export function readDateParts(text: string, format: DateFormat): DateParts | null {
  return datePartsReader(format)(text);
}

function makeReader(format: DateFormat): DatePartsReader {
  if (format === 'iso') return readIso;
  if (format === 'epoch-seconds') return epochReader(/^-?\d{1,11}(\.\d{1,9})?$/, 1000);
  if (format === 'epoch-milliseconds') return epochReader(/^-?\d{1,14}$/, 1);
  if (format === 'excel-1900' || format === 'excel-1904') return serialReader(format);
  return patternReader(format);
}

function readIso(text: string): DateParts | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (!isDay(year, month, day)) return null;
  if (match[4] === undefined) return { year, month, day, time: null, offset: null };
  const ms = Number((match[7] ?? '').slice(0, 3).padEnd(3, '0'));
  const time = timeOfDay(Number(match[4]), Number(match[5]), Number(match[6] ?? 0), ms);
  const offset = match[8] === undefined ? null : zoneOffset(match[8]);
  if (time === null || (match[8] !== undefined && offset === null)) return null;
  return { year, month, day, time, offset };
}

/** Counted in UTC, so its day and time are those of UTC. */
function epochReader(shape: RegExp, factor: number): DatePartsReader {
  return (text) => {
    if (!shape.test(text)) return null;
    const parts = partsOf(Math.round(Number(text) * factor), 0);
    return parts.year >= 1000 && parts.year <= 9999 ? parts : null;
  };
}
