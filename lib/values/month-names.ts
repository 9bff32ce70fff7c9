const NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** The number (1 to 12) of an English month, whole or in its first three letters (`Sept` too); null for what is none. */
export function monthOf(name: string): number | null {
  const lower = name.toLowerCase();
  const index = NAMES.findIndex((month) => month === lower || month.slice(0, 3) === lower);
  if (index >= 0) return index + 1;
  return lower === 'sept' ? 9 : null;
}
