import type { MemberData } from '../evaluate/document';
import { type Reading, readRelation } from './read-words';

/*
 * Reads Chinese clauses on members of the shop (shop.ts) back from their words: how often, how much and how long ago they
 * ordered, and what they score. As read-words.ts, it knows nothing of the rules.
 */

export type Says = (member: MemberData) => boolean;

const dayMs = 86_400_000;
const localDay = (at: number) => Math.floor((at + 8 * 3_600_000) / dayMs);

/** Who a phrase is about; clauses are joined by “，且”. `aside`: what points are given for, as it stands behind a sentence. */
export function readClause(words: string, reading: Reading, aside = ''): Says {
  const parts = words.split('，且');
  const each = parts.map((part) => readOne(part, reading, aside));
  return (member) => each.every((test) => test(member));
}

function readOne(words: string, reading: Reading, aside: string): Says {
  const [, refused] = /^不满足（(.+)）$/.exec(words) ?? [];
  if (refused) {
    const test = readClause(refused, reading, aside);
    return (member) => !test(member);
  }
  const [, days, besides] = /^近 (\d+) 天距上次下单天数为空(，但在时间范围外有过)?$/.exec(words) ?? [];
  if (besides)
    return (member) =>
      ordersOf(member, reading.asOf, days).length === 0 && ordersOf(member, reading.asOf).length > 0;
  const [, without, window] = /^(没有|有)(?:近 (\d+) 天)?下单记录$/.exec(words) ?? [];
  if (without) return (member) => ordersOf(member, reading.asOf, window).length > 0 === (without === '有');
  const { read, relation } = subjectOf(words, reading, aside);
  const [, bounds = relation] = /^在.+1\/\d（(.+)）$/.exec(relation) ?? [];
  const tests = bounds.split('且').map((one) => readRelation(one, reading));
  return (member) => tests.every((test) => test(read(member)));
}

type Read = (member: MemberData) => number | undefined;

/** What a clause is about, by how it begins. */
const subjects: readonly [RegExp, (days: string | undefined, reading: Reading, aside: string) => Read][] = [
  [
    /^(?:近 (\d+) 天)?下单次数/,
    (days, { asOf }) =>
      (member) =>
        ordersOf(member, asOf, days).length,
  ],
  [
    /^(?:近 (\d+) 天)?下单金额合计/,
    (days, { asOf }) =>
      (member) =>
        ordersOf(member, asOf, days).reduce((sum, { amount }) => sum + amount, 0),
  ],
  [
    /^(?:近 (\d+) 天)?距上次下单天数/,
    (days, { asOf }) =>
      (member) => {
        const found = ordersOf(member, asOf, days).map(({ ago }) => ago);
        return found.length > 0 ? Math.min(...found) : undefined;
      },
  ],
  [/^“打分”得分/, (_, reading, aside) => readScore(aside, reading)],
];

function subjectOf(words: string, reading: Reading, aside = ''): { read: Read; relation: string } {
  for (const [pattern, make] of subjects) {
    const match = pattern.exec(words);
    if (match) return { read: make(match[1], reading, aside), relation: words.slice(match[0].length) };
  }
  throw new Error(`no words that say what it is about: ${words}`);
}

/** `“打分”得分：近 90 天下单次数至少 2 记 10 分，…` */
function readScore(aside: string, reading: Reading): Read {
  const terms = aside
    .replace(/^“打分”得分：/, '')
    .split(/，(?=近)/)
    .map((term) => readTerm(term, reading));
  return (member) => terms.reduce((sum, points) => sum + points(member), 0);
}

function readTerm(term: string, reading: Reading): (member: MemberData) => number {
  const [, subject, per, each] = /^(.+)每 ¥([\d.]+) ?记 ([\d.]+) 分$/.exec(term) ?? [];
  if (subject) {
    const { read } = subjectOf(subject, reading);
    return (member) => ((read(member) ?? 0) / (Number(per) * 100)) * Number(each);
  }
  const [, condition, points] = /^(.+?) ?记 (\d+) 分$/.exec(term) ?? [];
  if (condition) {
    const test = readClause(condition, reading);
    return (member) => (test(member) ? Number(points) : 0);
  }
  const [, graded, cuts = '', grades, most] =
    /^(.+)以 (.+) 为界分 (\d) 档，越高得分越多，最多 (\d+) 分$/.exec(term) ?? [];
  if (!graded) throw new Error(`no words that say how many points: ${term}`);
  const { read } = subjectOf(graded, reading);
  const bounds = cuts.split(/[、和 ]+/).map(Number);
  return (member) => {
    const value = read(member) ?? Number.NaN;
    const reached = bounds.filter((bound) => value >= bound).length;
    return Math.round((Number(most) * (reached + 1)) / Number(grades));
  };
}

/** The orders of the last so many local days; without a number all of them. */
export function ordersOf(
  { events }: MemberData,
  asOf: number,
  days?: string,
): { ago: number; amount: number }[] {
  const all = events.map(({ at, props }) => ({
    ago: localDay(asOf) - localDay(Number(at)),
    amount: Number(Object(props).amount),
  }));
  return days === undefined ? all : all.filter(({ ago }) => ago <= Number(days));
}

/** What is stored at a path of a member. */
export function attributeOf({ member }: MemberData, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => Object(value)[name], member);
}
