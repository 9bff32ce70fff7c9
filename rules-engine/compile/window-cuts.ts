import { aggregate, number } from '../ir/build-expression';
import { always, compare, present } from '../ir/build-predicate';
import type { AggregateExpression } from '../ir/expression';
import { isExpression } from '../ir/is-expression';
import type { Predicate } from '../ir/predicate';
import type { Subject } from '../operators/operator';
import { spaced } from '../sentence/spaced';
import type { Text } from '../text';
import { formatDay, localDay } from '../time/zone';
import type { Environment, NodeReport } from './environment';
import { possibleValues } from './possible-values';
import type { Question } from './question';

/** What is asked of an aggregate: one condition, or the value itself (to be stored, ranked, cut or calculated with). */
export interface Asked {
  kind: 'condition' | 'value';
  /** Whether values in a range, which the window hides, would be answered otherwise than no value. */
  turnsOn(range: { from: number; to: number }): boolean;
}

export function askedBy(question: Question, whole: boolean): Asked | null {
  if (question.isOfPresence) return null;
  return {
    kind: 'condition',
    turnsOn(range) {
      if (range.from > range.to) return false;
      if (question.bounds.length === 0) return true;
      const { holds, fails } = question.outcomes({ ...range, whole });
      return question.ofEmpty ? fails : holds;
    },
  };
}

/** The value itself: whatever is hidden is missed. */
const theValue: Asked = { kind: 'value', turnsOn: ({ from, to }) => from <= to };
/** The value of those who have one in the window; the others have a place of their own. */
const theValueWithin: Asked = { kind: 'value', turnsOn: () => false };

/**
 * Warns where the value of a subject is used and its window hides a part of it. `members`: whose value it is; where each of
 * them has one in the window, nothing is missed.
 */
export function warnOfHidden(
  { value }: Pick<Subject, 'value'>,
  windowParam: string,
  environment: Environment,
  report: NodeReport,
  members: Predicate = always,
): void {
  if (!isExpression(value) || value.kind !== 'aggregate') return;
  const asked = haveOne(members, value) ? theValueWithin : theValue;
  const hidden = hiddenByWindow(value, asked, environment);
  if (hidden) report.warning('window-cuts', windowParam, hidden);
}

/** That the value is there is one of the conditions that the members fulfil: itself, or as a number of events. */
function haveOne(members: Predicate, value: AggregateExpression): boolean {
  const parts = members.kind === 'all' ? members.of : [members];
  const some = compare('gte', aggregate({ ...value, fn: 'count', of: null }), number(1));
  return parts.includes(present(value)) || (value.fn === 'daysSinceLast' && parts.includes(some));
}

/**
 * What the window hides of what is asked: when something first or last happened, and how long apart, is asked of all that
 * happened, and events before the window (or after it) would turn out otherwise. Null where it makes no difference.
 */
export function hiddenByWindow(
  aggregate: AggregateExpression,
  asked: Asked | null,
  { asOf, timeZone }: Environment,
): Text | null {
  const { fn, from, to } = aggregate;
  const possible = possibleValues(aggregate);
  if (!asked || !possible) return null;
  const day = (at: number) => formatDay(localDay(at, timeZone));
  const { before, intervals } = words[asked.kind];
  const beyond = (end: number) => ({ from: end, to: Number.POSITIVE_INFINITY });
  switch (fn) {
    case 'first':
      return from === null ? null : hidesFirst(day(from));
    case 'last': {
      if (from !== null && asked.turnsOn({ from: Number.NEGATIVE_INFINITY, to: from - 1 }))
        return before(day(from));
      return to < asOf && asked.turnsOn({ from: to + 1, to: asOf }) ? hidesAfter(day(to)) : null;
    }
    case 'daysSinceLast': {
      if (to < asOf) return countsTo(day(to));
      return from !== null && asked.turnsOn(beyond(possible.to + 1)) ? before(day(from)) : null;
    }
    case 'meanDaysBetween':
      return from !== null && asked.turnsOn(beyond(possible.to)) ? intervals(day(from)) : null;
    case 'count':
    case 'sum':
    case 'mean':
    case 'min':
    case 'max':
    case 'distinct':
    case 'distinctDays':
      return null;
  }
}

type OnDay = (day: string) => Text;

const hidesFirst: OnDay = (day) => ({
  zh: spaced`时间范围从${day}开始，更早的看不到：这里的“首次”是范围内的第一次。要看真正的首次，请改成“全部时间”。`,
  en: `The window begins on ${day} and hides what was before: “first” is the first one within it. For the very first, take all time.`,
});
const hidesAfter: OnDay = (day) => ({
  zh: spaced`时间范围到${day}为止，之后的看不到：这里的“最近一次”是范围内的最后一次。`,
  en: `The window ends on ${day} and hides what was after: “last” is the last one within it.`,
});
const countsTo: OnDay = (day) => ({
  zh: spaced`时间范围到${day}为止：天数算到那一天，不是算到统计时点。`,
  en: `The window ends on ${day}: the days are counted to that day, not to the as-of.`,
});

const words: Record<Asked['kind'], { before: OnDay; intervals: OnDay }> = {
  condition: {
    before: (day) => ({
      zh: spaced`时间范围从${day}开始，更早的看不到，而这个条件问到了更早：最近一次在那之前的会员，会被当作从来没有。请改成“全部时间”。`,
      en: `The window begins on ${day}, and the condition asks about earlier days: members whose last one was before count as if they never had any. Take all time.`,
    }),
    intervals: (day) => ({
      zh: spaced`时间范围从${day}开始，比它更长的间隔看不到，而这个条件问到了：间隔那么长的会员会被当作没有间隔。请改成“全部时间”。`,
      en: `The window begins on ${day}, and the condition asks about longer intervals than fit into it: members with such intervals count as if they had none. Take all time.`,
    }),
  },
  value: {
    before: (day) => ({
      zh: spaced`时间范围从${day}开始，更早的看不到：最近一次在那之前的会员没有这个值，和从来没有过的分不开。要算上他们，请改成“全部时间”。`,
      en: `The window begins on ${day} and hides what was before: members whose last one was earlier have no value, like those who never had any. To count them too, take all time.`,
    }),
    intervals: (day) => ({
      zh: spaced`时间范围从${day}开始，更早的看不到：间隔比它长的会员没有这个值。要算上他们，请改成“全部时间”。`,
      en: `The window begins on ${day} and hides what was before: members with intervals longer than it have no value. To count them too, take all time.`,
    }),
  },
};
