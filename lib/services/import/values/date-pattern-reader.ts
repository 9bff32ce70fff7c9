import { type DatePiece, type DateToken, datePattern } from '@/lib/contracts/date-pattern';
import { type DateParts, type DatePartsReader, isDay, timeOfDay, ZONE, zoneOffset } from './date-parts';
import { monthOf } from './month-names';
import { plainText } from './plain-text';

/** The reader of a pattern with its tokens. Throws on what is no pattern. */
export function patternReader(pattern: string): DatePartsReader {
  const { regex, tokens, pivot } = compile(pattern);
  const place = new Map(tokens.map((token, index) => [token, index + 1]));
  const hasTime = ['HH', 'hh', 'mm', 'ss', 'SSS'].some((token) => tokens.some((one) => one === token));
  return (text) => {
    const match = regex.exec(text);
    if (!match) return null;
    const at = (token: DateToken) => match[place.get(token) ?? -1];
    const year = at('YYYY') ?? centuryOf(Number(at('YY')), pivot);
    const month = monthNumber(at('MM'), at('MMM'));
    return checked(Number(year), month, Number(at('DD')), hasTime ? clock(at) : null, at('Z'), hasTime);
  };
}

function checked(
  year: number,
  month: number | null,
  day: number,
  time: number | null,
  zone: string | undefined,
  hasTime: boolean,
): DateParts | null {
  if (month === null || !isDay(year, month, day) || (hasTime && time === null)) return null;
  const offset = zone === undefined ? null : zoneOffset(zone);
  return zone !== undefined && offset === null ? null : { year, month, day, time, offset };
}

/** The year of the hundred from `pivot` on that ends in these two digits. */
function centuryOf(two: number, pivot: number): number {
  return pivot + ((((two - pivot) % 100) + 100) % 100);
}

function monthNumber(digits: string | undefined, name: string | undefined): number | null {
  return name === undefined ? Number(digits) : monthOf(name);
}

function clock(at: (token: DateToken) => string | undefined): number | null {
  const twelve = at('hh');
  const hour = twelve === undefined ? Number(at('HH') ?? 0) : twelveHours(Number(twelve), at('A') ?? '');
  // The digits after a decimal mark: .5 is half a second.
  const ms = Number((at('SSS') ?? '').padEnd(3, '0'));
  return hour === null ? null : timeOfDay(hour, Number(at('mm') ?? 0), Number(at('ss') ?? 0), ms);
}

/** 12 AM is midnight, 12 PM noon. */
function twelveHours(hour: number, half: string): number | null {
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (/^p|下/i.test(half) ? 12 : 0);
}

const SHAPES: Partial<Record<DateToken, string>> = {
  YYYY: '(\\d{4})',
  YY: '(\\d{2})',
  MMM: '([A-Za-z]{3,9})\\.?',
  A: '\\s*(AM|PM|A\\.M\\.|P\\.M\\.|上午|下午)\\s*',
  Z: `\\s*${ZONE}`,
};

/** Next to other digits their number is fixed; next to a separator one digit is enough, as Excel writes it. */
function compile(pattern: string): { regex: RegExp; tokens: DateToken[]; pivot: number } {
  const pieces = datePattern(pattern);
  if (pieces === null) throw new Error(`${pattern} is no pattern of dates`);
  const source = pieces.map((piece, index) => {
    // Around AM and PM spaces come and go.
    if ('literal' in piece && piece.literal === ' ')
      return [pieces[index - 1], pieces[index + 1]].some(isHalf) ? '' : '\\s+';
    if ('literal' in piece) return literal(piece.literal);
    const packed = isDigits(pieces[index - 1]) || isDigits(pieces[index + 1]);
    const digits = piece.token.length;
    return SHAPES[piece.token] ?? (packed ? `(\\d{${digits}})` : `(\\d{1,${digits}})`);
  });
  return {
    regex: new RegExp(`^${source.join('')}$`, 'i'),
    tokens: pieces.flatMap((piece) => ('token' in piece ? piece.token : [])),
    pivot: pieces.reduce((found, piece) => ('token' in piece ? (piece.pivot ?? found) : found), 0),
  };
}

function literal(sign: string): string {
  return plainText(sign).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function isHalf(piece: DatePiece | undefined): boolean {
  return piece !== undefined && 'token' in piece && piece.token === 'A';
}

function isDigits(piece: DatePiece | undefined): boolean {
  return piece !== undefined && 'token' in piece && !['MMM', 'A', 'Z'].includes(piece.token);
}
