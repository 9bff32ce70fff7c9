import { lookUp } from '../catalogue';
import type { Text } from '../text';
import type { Span, Unit } from '../time/window';
import { spaced } from './spaced';

/** A measure in words: `3 个月`, `1 day`. */
const spanWords: Record<Unit, (n: number) => Text> = {
  hours: (n) => ({ zh: spaced`${n}小时`, en: plural(n, 'hour') }),
  days: (n) => ({ zh: spaced`${n}天`, en: plural(n, 'day') }),
  weeks: (n) => ({ zh: spaced`${n}周`, en: plural(n, 'week') }),
  months: (n) => ({ zh: spaced`${n}个月`, en: plural(n, 'month') }),
  years: (n) => ({ zh: spaced`${n}年`, en: plural(n, 'year') }),
};

export function spanText({ n, unit }: Span): Text {
  return spanWords[unit](n);
}

/** Units that the engine itself gives to computed values, and those that fields of members commonly have. */
const measures: Readonly<Record<string, Text>> = {
  days: { zh: '天', en: 'days' },
  points: { zh: '分', en: 'points' },
  times: { zh: '次', en: 'times' },
  pieces: { zh: '件', en: 'pieces' },
  hours: { zh: '小时', en: 'hours' },
  minutes: { zh: '分钟', en: 'minutes' },
  years: { zh: '岁', en: 'years' },
  seconds: { zh: '秒', en: 'seconds' },
  words: { zh: '字', en: 'words' },
  people: { zh: '人', en: 'people' },
};

/** The unit of a number as it is written behind it; a unit of the catalogue that isn't known stands as it is. */
export function unitText(unit: string, value: number): Text {
  const known = lookUp(measures, unit);
  if (!known) return { zh: unit, en: unit };
  return { zh: known.zh, en: value === 1 ? singular(known.en) : known.en };
}

function singular(unit: string): string {
  return unit === 'people' ? 'person' : unit.slice(0, -1);
}

function plural(n: number, unit: string): string {
  return `${n} ${unit}${n === 1 ? '' : 's'}`;
}
