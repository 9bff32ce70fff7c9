import type { EventType, Field } from '../catalogue';
import type { EventOperand } from '../graph/condition';
import type { Text } from '../text';

/** Wording of an event aggregate as a subject: “orders in the last 90 days”. */
export function eventLabel(
  operand: EventOperand,
  type: EventType,
  property: Field | null,
  where: Text | null,
): Text {
  const condition = where ? { zh: `(${where.zh})`, en: ` (${where.en})` } : { zh: '', en: '' };
  const of = property ? { zh: property.label.zh, en: ` ${property.label.en}` } : { zh: '', en: '' };
  return {
    zh: `${type.label.zh}${condition.zh}${of.zh}${operand.fn}`,
    en: `${operand.fn} of ${type.label.en}${of.en}${condition.en}`,
  };
}

export function formulaLabel(operator: string, left: Text, right: Text): Text {
  const sign = { '+': '+', '-': '−', '*': '×', '/': '÷' }[operator] ?? operator;
  return { zh: `(${left.zh} ${sign} ${right.zh})`, en: `(${left.en} ${sign} ${right.en})` };
}
