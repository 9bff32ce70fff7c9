import type { LocalText } from '@/lib/contracts/local-text';
import type { EventPointRule } from '@/lib/contracts/points';
import { Problem } from '@/lib/contracts/problem';
import type { Workspace } from '@/lib/workspace/environment';
import {
  compileSubject,
  dayStart,
  type EventOperand,
  type MongoDocument,
  toMatch,
  valueTypes,
} from '@/rules-engine/index';

export interface CompiledEventRule {
  /** `$match` of the events that count as of the instant. */
  match: MongoDocument;
  /** The events in words. */
  counted: LocalText;
  /** The number that the points are measured by; null when every event is worth the same. */
  measure: { path: string; label: LocalText; type: 'number' | 'money'; unit: string | null } | null;
}

/** Throws `invalid-input` with the part of the rule that the catalogue doesn't have, and why. */
export function compileEventRule(
  { eventType, where, worth, from }: EventPointRule,
  { catalogue, timeZone }: Workspace,
  asOf: number,
): CompiledEventRule {
  const operand: EventOperand = {
    kind: 'event',
    eventType,
    fn: 'count',
    window: { kind: 'allTime' },
    ...(where === undefined ? {} : { where }),
  };
  const clock = { asOf, timeZone };
  const compiled = compileSubject(operand, { catalogue, ...clock, bounds: new Map() });
  if (!compiled.ok) {
    const [first] = compiled.diagnostics;
    throw refused(first?.param ?? 'eventType', first?.message);
  }
  const { value, label, happening } = compiled.subject;
  if (value.kind !== 'aggregate') throw new Error('a count of events is an aggregate');
  const at = { $lte: new Date(asOf), ...(from === null ? {} : { $gte: new Date(dayStart(from, clock)) }) };
  return {
    match: { $and: [{ type: eventType, at }, toMatch(value.where)] },
    counted: happening ?? label,
    measure: worth.kind === 'fixed' ? null : measureOf(eventType, worth.property, catalogue),
  };
}

function measureOf(
  eventType: string,
  path: string,
  { eventTypes }: Workspace['catalogue'],
): NonNullable<CompiledEventRule['measure']> {
  const props = eventTypes[eventType]?.props ?? {};
  const found = Object.hasOwn(props, path) ? props[path] : undefined;
  if (!found || valueTypes[found.type] !== 'number') {
    throw refused('worth.property', {
      zh: '请选择一个数字或金额属性',
      en: 'choose a property that is a number',
    });
  }
  const { label, unit } = found;
  return { path, label, type: found.type === 'money' ? 'money' : 'number', unit };
}

function refused(where: string, why: LocalText | undefined): Problem {
  return new Problem('invalid-input', { where: `rule.${where}`, why: why ?? '' });
}
