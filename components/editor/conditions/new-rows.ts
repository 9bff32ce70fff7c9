import type { Catalogue, ConditionSubject, EventOperand } from '@/rules-engine/index';
import { defaultWindow, needsProperty, readsProperty, windowFor } from '@/rules-engine/index';

/** A row that asks nothing yet. */
export const blankRow = { subject: null, operator: '' };

export const blankGroup = (mode: 'all' | 'any') => ({ mode, rows: [blankRow] });

/** How often an event happened lately: what an event row starts with. */
export function eventSubject(eventType: string): EventOperand {
  return { kind: 'event', eventType, fn: 'count', window: defaultWindow('count') };
}

/**
 * An event subject with another function: it keeps its property where that is still read and fits, and its window where
 * somebody set it.
 */
export function withFunction(
  operand: EventOperand,
  fn: EventOperand['fn'],
  catalogue: Catalogue,
): EventOperand {
  const { property, ...kept } = operand;
  const rest = { ...kept, window: windowFor(fn, operand.window) };
  if (!needsProperty[fn]) return { ...rest, fn };
  const fitting = propertiesFor(fn, operand.eventType, catalogue);
  const read = fitting.find(({ path }) => path === property) ?? fitting[0];
  return read ? { ...rest, fn, property: read.path } : { ...rest, fn };
}

/** The properties of an event that a function can read. */
export function propertiesFor(fn: EventOperand['fn'], eventType: string, catalogue: Catalogue) {
  const type = Object.hasOwn(catalogue.eventTypes, eventType) ? catalogue.eventTypes[eventType] : undefined;
  return Object.values(type?.props ?? {}).filter((property) => readsProperty(fn, property));
}

/** The other side of a formula, to begin with. */
export const one: ConditionSubject = { kind: 'number', value: 1 };
