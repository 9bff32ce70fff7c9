import type { AggregateExpression } from '../ir/expression';
import type { Operator } from '../operators/operator';
import { spaced } from '../sentence/spaced';
import type { Text } from '../text';
import { formatDay, localDay } from '../time/zone';
import type { Environment, NodeReport } from './environment';
import { type PossibleValues, possibleValues } from './possible-values';
import type { Question } from './question';

/** Where the parts of a row stand below the node's `params`. */
type At = Record<'subject' | 'operator' | 'value', string>;

/** What a row on events asks that no event can answer: told, since the count alone wouldn't show it. */
export function warnOfRow(
  question: Question,
  aggregate: AggregateExpression,
  operator: Operator,
  at: At,
  environment: Environment,
  report: NodeReport,
): void {
  const possible = possibleValues(aggregate);
  if (!possible) return;
  warnOfConstant(question, possible, operator.input === 'none' ? at.operator : at.value, report);
  const hidden = hiddenByWindow(question, aggregate, possible, environment);
  if (hidden) report.warning('window-cuts', `${at.subject}.window`, hidden);
}

/** “At least 0 orders”, “the number of orders is empty”, “more than 100 days with an order in 90 days”. */
function warnOfConstant(
  question: Question,
  possible: PossibleValues,
  param: string,
  report: NodeReport,
): void {
  if (question.bounds.length === 0 && !question.isOfPresence) return;
  const { holds, fails } = question.outcomes(possible);
  const empty = possible.canBeEmpty ? [question.ofEmpty] : [];
  const [canHold, canFail] = [holds || empty.includes(true), fails || empty.includes(false)];
  if (!canFail) report.warning('always-true', param, holdsForAll);
  if (!canHold) report.warning('always-false', param, holdsForNone);
}

const holdsForAll: Text = {
  zh: '这一条对每个会员都成立，等于没有条件。',
  en: 'This holds for every member, as if there were no condition.',
};
const holdsForNone: Text = {
  zh: '这个值不可能出现，没有会员能满足这一条。',
  en: 'Such a value is impossible: this can hold for no member.',
};

/**
 * What the window hides of what is asked: when something first or last happened, and how long apart, is asked of all that
 * happened, and events before the window (or after it) would turn out otherwise. Null where it makes no difference.
 */
function hiddenByWindow(
  question: Question,
  aggregate: AggregateExpression,
  possible: PossibleValues,
  { asOf, timeZone }: Environment,
): Text | null {
  const { fn, from, to } = aggregate;
  if (question.isOfPresence) return null;
  const answersOtherwise = (range: { from: number; to: number }) => {
    if (range.from > range.to) return false;
    if (question.bounds.length === 0) return true;
    const { holds, fails } = question.outcomes({ ...range, whole: possible.whole });
    return question.ofEmpty ? fails : holds;
  };
  const day = (at: number) => formatDay(localDay(at, timeZone));
  switch (fn) {
    case 'first':
      return from === null ? null : hidesFirst(day(from));
    case 'last': {
      if (from !== null && answersOtherwise({ from: Number.NEGATIVE_INFINITY, to: from - 1 }))
        return hidesBefore(day(from));
      return to < asOf && answersOtherwise({ from: to + 1, to: asOf }) ? hidesAfter(day(to)) : null;
    }
    case 'daysSinceLast': {
      if (to < asOf) return countsTo(day(to));
      const beyond = { from: possible.to + 1, to: Number.POSITIVE_INFINITY };
      return from !== null && answersOtherwise(beyond) ? hidesBefore(day(from)) : null;
    }
    case 'meanDaysBetween': {
      const beyond = { from: possible.to, to: Number.POSITIVE_INFINITY };
      return from !== null && answersOtherwise(beyond) ? hidesIntervals(day(from)) : null;
    }
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

const hidesFirst = (day: string): Text => ({
  zh: spaced`时间范围从${day}开始，更早的看不到：这里的“首次”是范围内的第一次。要看真正的首次，请改成“全部时间”。`,
  en: `The window begins on ${day} and hides what was before: “first” is the first one within it. For the very first, take all time.`,
});
const hidesBefore = (day: string): Text => ({
  zh: spaced`时间范围从${day}开始，更早的看不到，而这个条件问到了更早：最近一次在那之前的会员，会被当作从来没有。请改成“全部时间”。`,
  en: `The window begins on ${day}, and the condition asks about earlier days: members whose last one was before count as if they never had any. Take all time.`,
});
const hidesAfter = (day: string): Text => ({
  zh: spaced`时间范围到${day}为止，之后的看不到，而这个条件问到了之后：这里的“最近一次”是范围内的最后一次。`,
  en: `The window ends on ${day}, and the condition asks about later days: “last” is the last one within it.`,
});
const countsTo = (day: string): Text => ({
  zh: spaced`时间范围到${day}为止：天数算到那一天，不是算到统计时点。`,
  en: `The window ends on ${day}: the days are counted to that day, not to the as-of.`,
});
const hidesIntervals = (day: string): Text => ({
  zh: spaced`时间范围从${day}开始，比它更长的间隔看不到，而这个条件问到了：间隔那么长的会员会被当作没有间隔。请改成“全部时间”。`,
  en: `The window begins on ${day}, and the condition asks about longer intervals than fit into it: members with such intervals count as if they had none. Take all time.`,
});
