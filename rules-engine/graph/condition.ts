import { z } from 'zod';
import { path } from '../catalogue';
import { eventWindow } from '../time/window';

/*
 * Conditions nest: groups in groups, event conditions in event conditions, formulas in formulas. The schemas here read
 * one level each; compile/condition.ts walks down with a limit, so that a hostile depth is a diagnostic and not a
 * stack overflow, and so that every problem is told at its own field.
 */

/** Levels of groups, event conditions and formulas inside one another. */
export const conditionDepth = 8;
export const rowsPerGroup = 50;

export const aggregateFunctions = [
  'count',
  'sum',
  'mean',
  'min',
  'max',
  'distinct',
  'distinctDays',
  'first',
  'last',
  'daysSinceLast',
  'meanDaysBetween',
] as const;

/** Which aggregate functions read a property of the event. */
export const needsProperty: Record<(typeof aggregateFunctions)[number], boolean> = {
  count: false,
  sum: true,
  mean: true,
  min: true,
  max: true,
  distinct: true,
  distinctDays: false,
  first: false,
  last: false,
  daysSinceLast: false,
  meanDaysBetween: false,
};

const key = z.string().min(1).max(200);

/** How often, how much, when last … of one event type: the operand of event conditions and of metrics. */
export const eventOperand = z.strictObject({
  kind: z.literal('event'),
  eventType: key,
  fn: z.enum(aggregateFunctions),
  /** Property that the function reads: `props.amount`. */
  property: path.optional(),
  window: eventWindow,
  /** A group of conditions on the properties of the same events. */
  where: z.unknown().optional(),
});
export type EventOperand = z.infer<typeof eventOperand>;

export const arithmeticOperators = ['+', '-', '*', '/'] as const;

/** What a row asks about. Inside `where`, a field is a property of the event. */
export const subject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('field'), path }),
  eventOperand,
  /** A numeric expression; its sides are subjects too. */
  z.strictObject({
    kind: z.literal('formula'),
    operator: z.enum(arithmeticOperators),
    left: z.unknown(),
    right: z.unknown(),
  }),
  /** A number, as a side of a formula. */
  z.strictObject({ kind: z.literal('number'), value: z.number() }),
  z.strictObject({ kind: z.literal('tag'), key }),
  z.strictObject({ kind: z.literal('layering'), key }),
  z.strictObject({ kind: z.literal('segment'), key }),
  z.strictObject({ kind: z.literal('list'), id: key }),
]);
export type ConditionSubject = z.infer<typeof subject>;

/** One test. `value` is read by the operator. */
export const row = z.strictObject({
  subject: z.unknown(),
  operator: z.string().max(64),
  value: z.unknown().optional(),
});

/** Rows joined by all or any; an item with `rows` is a group again. */
export const group = z.strictObject({
  mode: z.enum(['all', 'any']),
  rows: z.array(z.unknown()).min(1).max(rowsPerGroup),
});
export type Group = z.infer<typeof group>;

/** True for a group inside a group's `rows`. */
export function isGroup(item: unknown): boolean {
  return typeof item === 'object' && item !== null && Object.hasOwn(item, 'rows');
}
