import type { EventType, Field } from '../catalogue';
import type { EventOperand } from '../graph/condition';
import type { AggregateFunction, ArithmeticOperator } from '../ir/expression';
import type { Text } from '../text';
import type { EventWindow } from '../time/window';
import { bracketed } from './phrases';
import { spaced } from './spaced';
import { spanText } from './units';

/** An event aggregate in words, and the events themselves for “did” and “did not”. */
export interface EventWords {
  /** `近 90 天下单金额合计`, `total order amount in the last 90 days` */
  label: Text;
  /** `近 90 天下单`, `order in the last 90 days` */
  happening: Text;
}

export function eventWords(
  operand: EventOperand,
  type: EventType,
  property: Field | null,
  where: Text | null,
): EventWords {
  const when = windowText(operand.window);
  const event = { zh: type.label.zh, en: lowered(type.label.en) };
  const counted = functionWords[operand.fn](event, property ? qualified(event, property.label) : event);
  const around = (inner: Text): Text => ({
    zh: spaced`${when.zh}${where ? bracketed(where).zh : ''}${inner.zh}`,
    en: `${inner.en}${where ? ` ${bracketed(where).en}` : ''}${when.en}`,
  });
  return { label: around(counted), happening: around(event) };
}

/** `event`: what happened; `of`: its property, or the event again. */
const functionWords: Record<AggregateFunction, (event: Text, of: Text) => Text> = {
  count: (event) => ({ zh: spaced`${event.zh}次数`, en: `${event.en} count` }),
  sum: (_, of) => ({ zh: spaced`${of.zh}合计`, en: `total ${of.en}` }),
  mean: (_, of) => ({ zh: spaced`${of.zh}平均值`, en: `average ${of.en}` }),
  min: (_, of) => ({ zh: spaced`${of.zh}最小值`, en: `lowest ${of.en}` }),
  max: (_, of) => ({ zh: spaced`${of.zh}最大值`, en: `highest ${of.en}` }),
  distinct: (_, of) => ({ zh: spaced`不同${of.zh}的个数`, en: `number of different values of ${of.en}` }),
  distinctDays: (event) => ({ zh: spaced`${event.zh}天数`, en: `number of ${event.en} days` }),
  first: (event) => ({ zh: spaced`首次${event.zh}时间`, en: `first ${event.en}` }),
  last: (event) => ({ zh: spaced`最近一次${event.zh}时间`, en: `last ${event.en}` }),
  daysSinceLast: (event) => ({ zh: spaced`距上次${event.zh}天数`, en: `time since the last ${event.en}` }),
  meanDaysBetween: (event) => ({
    zh: spaced`平均${event.zh}间隔天数`,
    en: `average ${event.en} interval`,
  }),
};

/** `下单` + `金额`; a property that already names the event (`订单金额`) stands alone. */
function qualified(event: Text, property: Text): Text {
  const en = lowered(property.en);
  return {
    zh: property.zh.startsWith(event.zh) ? property.zh : spaced`${event.zh}${property.zh}`,
    en: en.startsWith(event.en) ? en : `${event.en} ${en}`,
  };
}

function windowText(window: EventWindow): Text {
  if (window.kind === 'allTime') return { zh: '', en: '' };
  if (window.kind === 'last') {
    const span = spanText(window);
    return { zh: spaced`近${span.zh}`, en: ` in the last ${window.n === 1 ? span.en.slice(2) : span.en}` };
  }
  return {
    zh: spaced`${window.from}至${window.to}`,
    en: ` from ${window.from} to ${window.to}`,
  };
}

/** A label inside a sentence: `Order` → `order`; an abbreviation (`KOC post`) keeps its capitals. */
function lowered(label: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

const signs: Record<ArithmeticOperator, string> = { '+': '+', '-': '−', '*': '×', '/': '÷' };

export function formulaLabel(operator: ArithmeticOperator, left: Text, right: Text): Text {
  const sign = signs[operator];
  return { zh: `（${left.zh} ${sign} ${right.zh}）`, en: `(${left.en} ${sign} ${right.en})` };
}
