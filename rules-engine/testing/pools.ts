/**
 * Small pools that rules and documents draw from alike, so that tests hit. Numbers are integers and quarters: their
 * sums are exact in whatever order they are added.
 */
export const texts = [
  '',
  'a',
  'A',
  'ab',
  'ba',
  'a.b',
  '^a$',
  '[a]',
  'a|b',
  '(',
  '\\',
  'a\nb',
  '$name',
  '$$ROOT',
  '5',
  'true',
  'null',
  '上',
  '上海',
  '海上',
  '👍',
  '👍🏽',
  'é',
  'e\u0301',
  'vip:1',
  'vip:2',
] as const;

export const numbers = [-3, -1, -0.25, 0, 0.25, 1, 1.5, 2, 3, 5, 100] as const;

const day = 86_400_000;
const beginning = (at: number) => Math.floor(at / day) * day;
/** The day after this is a leap day in UTC, and is one already in Shanghai. */
const evening = Date.UTC(2024, 1, 28, 20, 30);

/** Milliseconds. Around a leap day, a new year, midnights and changes of clocks; the last three stand for “unknown”. */
export const instants = [
  evening,
  evening + 1,
  evening - 4.5 * 3_600_000,
  evening + day,
  evening - 30 * day,
  Date.UTC(2023, 11, 31, 16),
  Date.UTC(2024, 0, 1),
  Date.UTC(2024, 2, 10, 7),
  Date.UTC(2018, 10, 4, 3),
  Date.UTC(2011, 11, 30, 10),
  Date.UTC(1986, 4, 3, 18),
  Date.UTC(1950, 5, 15),
  -1,
  Date.UTC(1900, 0, 1),
  Date.parse('0001-01-01T00:00:00Z'),
  Date.parse('9999-12-31T23:59:59.999Z'),
] as const;

/** Milliseconds: calendar days as they are stored, at midnight in UTC. */
export const days = [
  ...new Set(instants.map(beginning)),
  Date.UTC(1899, 11, 31),
  Date.UTC(1800, 0, 1),
] as const;

export const timeZones = [
  'UTC',
  'Asia/Shanghai',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Australia/Lord_Howe',
] as const;
