/** What stands for a part of a date in a pattern. */
export const dateTokens = ['YYYY', 'YY', 'MMM', 'MM', 'DD', 'HH', 'hh', 'mm', 'ss', 'SSS', 'A', 'Z'] as const;
export type DateToken = (typeof dateTokens)[number];

/** A part of a pattern: a token, or a character that stands as it is. */
export type DatePiece = { readonly token: DateToken; readonly pivot?: number } | { readonly literal: string };

/** Without a year of its own `YY` is 1970 to 2069. */
export const DEFAULT_PIVOT = 1970;
const EARLIEST_PIVOT = 1850;
const LATEST_PIVOT = 2100;

const PIECE = /YYYY|YY(?:\((\d{4})\))?|MMM|MM|DD|HH|hh|mm|SSS|ss|A|Z|[^A-Za-z]/g;

/**
 * The pieces of a date pattern such as `YYYY/MM/DD HH:mm` or `DD-MMM-YY(1930)`; null for what is none. A pattern has
 * a year, a month and a day, nothing twice, and `hh` (1 to 12) exactly when it has `A`. The year after `YY` is the
 * first of the hundred years that two digits can mean.
 */
export function datePattern(pattern: string): DatePiece[] | null {
  const pieces: DatePiece[] = [];
  let length = 0;
  for (const match of pattern.matchAll(PIECE)) {
    const [text, pivot] = match;
    length += text.length;
    pieces.push(pieceOf(text, pivot));
  }
  return length === pattern.length && isWhole(pieces) ? pieces : null;
}

function pieceOf(text: string, pivot: string | undefined): DatePiece {
  if (text.startsWith('YY') && text !== 'YYYY')
    return { token: 'YY', pivot: pivot === undefined ? DEFAULT_PIVOT : Number(pivot) };
  const token = dateTokens.find((one) => one === text);
  return token ? { token } : { literal: text };
}

function isWhole(pieces: readonly DatePiece[]): boolean {
  const tokens = pieces.flatMap((piece) => ('token' in piece ? piece.token : []));
  const pivots = pieces.flatMap((piece) => ('token' in piece ? (piece.pivot ?? []) : []));
  const count = (...wanted: DateToken[]) => tokens.filter((token) => wanted.includes(token)).length;
  return (
    count('YYYY', 'YY') === 1 &&
    count('MM', 'MMM') === 1 &&
    count('DD') === 1 &&
    count('HH', 'hh') <= 1 &&
    count('hh') === count('A') &&
    new Set(tokens).size === tokens.length &&
    pivots.every((pivot) => pivot >= EARLIEST_PIVOT && pivot <= LATEST_PIVOT)
  );
}

/** The first of the hundred years that the two digits of a pattern can mean; null when it has four. */
export function pivotOf(pattern: string): number | null {
  const year = datePattern(pattern)?.find((piece) => 'token' in piece && piece.token === 'YY');
  return year && 'token' in year ? (year.pivot ?? DEFAULT_PIVOT) : null;
}

/** The pattern with another first year for its two digits. */
export function withPivot(pattern: string, pivot: number): string {
  return pattern.replace(/YYYY|YY(?:\(\d{4}\))?/, (year) => (year === 'YYYY' ? year : `YY(${pivot})`));
}
