import type { DateFormat } from '@/lib/contracts/import-mapping';
import type { LocalToInstant } from './local-time';

/** Reads a text as an instant; null when it isn't one of this form. */
export type DateReader = (text: string) => Date | null;

const TOKENS = ['YYYY', 'MM', 'DD', 'HH', 'mm', 'SSS', 'ss'] as const;
type Token = (typeof TOKENS)[number];

/** Instants beyond these are mistakes (a phone in the date column), not purchases. */
const EARLIEST = Date.UTC(1850, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** The reader of a format. Local times are turned into instants by `toInstant`. */
export function dateReader(format: DateFormat, toInstant: LocalToInstant): DateReader {
  if (format === 'iso') return (text) => readIso(text, toInstant);
  if (format === 'epoch-seconds') return (text) => readEpoch(text, /^-?\d{1,11}(\.\d{1,9})?$/, 1000);
  if (format === 'epoch-milliseconds') return (text) => readEpoch(text, /^-?\d{1,14}$/, 1);
  return patternReader(format, toInstant);
}

function readIso(text: string, toInstant: LocalToInstant): Date | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone] = match;
  const ms = fraction.slice(0, 3).padEnd(3, '0');
  const wall = wallClock(
    Number(year),
    Number(month),
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    Number(ms),
  );
  if (wall === null) return null;
  if (zone === undefined) return within(toInstant(wall));
  return zone.toUpperCase() === 'Z' ? within(wall) : within(wall - zoneOffset(zone));
}

function zoneOffset(zone: string): number {
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

function readEpoch(text: string, shape: RegExp, factor: number): Date | null {
  return shape.test(text) ? within(Math.round(Number(text) * factor)) : null;
}

function patternReader(pattern: string, toInstant: LocalToInstant): DateReader {
  const read = wallReader(pattern);
  return (text) => {
    const wall = read(text);
    return wall === null ? null : within(toInstant(wall));
  };
}

/** Reads a text by a pattern: milliseconds of the wall-clock reading as if it were UTC; null when it isn't of this form. */
export function wallReader(pattern: string): (text: string) => number | null {
  const { regex, tokens } = compile(pattern);
  return (text) => {
    const match = regex.exec(text);
    if (!match) return null;
    const part: Record<Token, number> = { YYYY: 0, MM: 1, DD: 1, HH: 0, mm: 0, ss: 0, SSS: 0 };
    tokens.forEach((token, index) => {
      part[token] = Number(match[index + 1]);
    });
    return wallClock(part.YYYY, part.MM, part.DD, part.HH, part.mm, part.ss, part.SSS);
  };
}

/** Next to another token the digits are fixed; next to a separator one digit is enough, as Excel writes it. */
function compile(pattern: string): { regex: RegExp; tokens: Token[] } {
  const pieces: string[] = pattern.match(/YYYY|MM|DD|HH|mm|SSS|ss|[^A-Za-z]/g) ?? [];
  const isToken = (piece: string | undefined): piece is Token => TOKENS.some((token) => token === piece);
  const tokens = pieces.filter(isToken);
  const source = pieces.map((piece, index) => {
    if (!isToken(piece)) return piece === ' ' ? '\\s+' : piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const packed = isToken(pieces[index - 1]) || isToken(pieces[index + 1]);
    return packed || piece === 'YYYY' ? `(\\d{${piece.length}})` : `(\\d{1,${piece.length}})`;
  });
  return { regex: new RegExp(`^${source.join('')}$`), tokens };
}

/** Milliseconds of a wall-clock reading as if it were UTC; null for 30 February, 25 o'clock and the like. */
function wallClock(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  ms: number,
): number | null {
  if (hour > 23 || minute > 59 || second > 59) return null;
  const wall = new Date(0);
  wall.setUTCFullYear(year, month - 1, day);
  if (wall.getUTCMonth() !== month - 1 || wall.getUTCDate() !== day) return null;
  return wall.setUTCHours(hour, minute, second, ms);
}

function within(ms: number): Date | null {
  return ms >= EARLIEST && ms < LATEST ? new Date(ms) : null;
}
