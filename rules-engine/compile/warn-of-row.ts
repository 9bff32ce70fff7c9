import type { AggregateExpression } from '../ir/expression';
import type { Operator } from '../operators/operator';
import type { Text } from '../text';
import type { Environment, NodeReport } from './environment';
import { type PossibleValues, possibleValues } from './possible-values';
import type { Question } from './question';
import { askedBy, hiddenByWindow } from './window-cuts';

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
  const hidden = hiddenByWindow(aggregate, askedBy(question, possible.whole), environment);
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
