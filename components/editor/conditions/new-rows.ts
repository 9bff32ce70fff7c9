import type { Catalogue, ConditionSubject, EventOperand } from '@/rules-engine/index';
import { needsProperty } from '@/rules-engine/index';

/** A row that asks nothing yet. */
export const blankRow = { subject: null, operator: '' };

export const blankGroup = (mode: 'all' | 'any') => ({ mode, rows: [blankRow] });

/** How often an event happened lately: what an event row starts with. */
export function eventSubject(eventType: string): EventOperand {
  return { kind: 'event', eventType, fn: 'count', window: { kind: 'last', n: 90, unit: 'days' } };
}

/** An event subject with another function: it keeps its property where that is still read and fits. */
export function withFunction(
  operand: EventOperand,
  fn: EventOperand['fn'],
  catalogue: Catalogue,
): EventOperand {
  const { property, ...rest } = operand;
  if (!needsProperty[fn]) return { ...rest, fn };
  const fitting = propertiesFor(fn, operand.eventType, catalogue);
  const kept = fitting.find(({ path }) => path === property) ?? fitting[0];
  return kept ? { ...rest, fn, property: kept.path } : { ...rest, fn };
}

/** The properties of an event that a function can read. */
export function propertiesFor(fn: EventOperand['fn'], eventType: string, catalogue: Catalogue) {
  const type = Object.hasOwn(catalogue.eventTypes, eventType) ? catalogue.eventTypes[eventType] : undefined;
  return Object.values(type?.props ?? {}).filter((property) =>
    fn === 'distinct' ? property.type !== 'list' : property.type === 'number' || property.type === 'money',
  );
}

/** The other side of a formula, to begin with. */
export const one: ConditionSubject = { kind: 'number', value: 1 };
