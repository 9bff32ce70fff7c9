import { type DatePiece, type DateToken, datePattern } from '@/lib/contracts/date-pattern';
import { type DatePartsReader, isDay, timeOfDay, ZONE, zoneOffset } from './date-parts';
import { monthOf } from './month-names';
import { plainText } from './plain-text';

/** Where each token's text is in a match; a place that no match has for those that the pattern lacks. */
type Places = Readonly<Record<DateToken, number>>;
const NOWHERE = -1;

/** The reader of a pattern with its tokens. Throws on what is no pattern. */
export function patternReader(pattern: string): DatePartsReader {
  const { regex, at, pivot } = compile(pattern);
  const hasTime = [at.HH, at.hh, at.mm, at.ss, at.SSS].some((place) => place !== NOWHERE);
  return (text) => {
    const match = regex.exec(text);
    if (!match) return null;
    const year = at.YYYY === NOWHERE ? centuryOf(Number(match[at.YY]), pivot) : Number(match[at.YYYY]);
    const month = at.MM === NOWHERE ? monthOf(match[at.MMM] ?? '') : Number(match[at.MM]);
    const day = Number(match[at.DD]);
    if (month === null || !isDay(year, month, day)) return null;
    const time = hasTime ? clock(match, at) : null;
    if (hasTime && time === null) return null;
    if (at.Z === NOWHERE) return { year, month, day, time, offset: null };
    const offset = zoneOffset(match[at.Z] ?? '');
    return offset === null ? null : { year, month, day, time, offset };
  };
}

/** The year of the hundred from `pivot` on that ends in these two digits. */
function centuryOf(two: number, pivot: number): number {
  return pivot + ((((two - pivot) % 100) + 100) % 100);
}

function clock(match: readonly string[], at: Places): number | null {
  const hour =
    at.hh === NOWHERE ? Number(match[at.HH] ?? 0) : twelveHours(Number(match[at.hh]), match[at.A] ?? '');
  // The digits after a decimal mark: .5 is half a second.
  const ms = at.SSS === NOWHERE ? 0 : Number((match[at.SSS] ?? '').padEnd(3, '0'));
  return hour === null ? null : timeOfDay(hour, Number(match[at.mm] ?? 0), Number(match[at.ss] ?? 0), ms);
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
function compile(pattern: string): { regex: RegExp; at: Places; pivot: number } {
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
    at: placesOf(pieces.flatMap((piece) => ('token' in piece ? piece.token : []))),
    pivot: pieces.reduce((found, piece) => ('token' in piece ? (piece.pivot ?? found) : found), 0),
  };
}

function placesOf(tokens: readonly DateToken[]): Places {
  const place = (token: DateToken) => (tokens.includes(token) ? tokens.indexOf(token) + 1 : NOWHERE);
  return {
    YYYY: place('YYYY'),
    YY: place('YY'),
    MMM: place('MMM'),
    MM: place('MM'),
    DD: place('DD'),
    HH: place('HH'),
    hh: place('hh'),
    mm: place('mm'),
    ss: place('ss'),
    SSS: place('SSS'),
    A: place('A'),
    Z: place('Z'),
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
