import { z } from 'zod';
import { graph } from '@/rules-engine/index';
import { asOfSchema } from './as-of';
import { localTextSchema } from './local-text';
import { memberRowSchema } from './members';

/*
 * How members move between the values of a definition, from one run to another or from one drawing to another.
 */

/** A value or layer, in the order in which it wins; a layer has its colour. */
export const movedValueSchema = z.object({
  value: z.string(),
  label: localTextSchema,
  color: z.int().nullable(),
  /** What operators do with a layer's members, and what these get; '' where nobody wrote it. */
  strategy: z.string(),
  benefits: z.string(),
  fallback: z.boolean(),
  /** Only the former of the two has it. */
  gone: z.boolean(),
});

/** Members that went from one to another; null: no value, or not a member. Those who stayed are here too. */
export const flowSchema = z.object({ from: z.string().nullable(), to: z.string().nullable(), n: z.int() });

const runRefSchema = z.object({
  run: z.string(),
  version: z.int(),
  asOf: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  size: z.int(),
});

/** Without `to` the last finished run, without `from` the one before it. */
export const movementQuerySchema = z.object({
  from: z.string().max(100).optional(),
  to: z.string().max(100).optional(),
});
export const movementSchema = z.object({
  /** Null: there is no earlier run, so everybody comes from nowhere. */
  from: runRefSchema.nullable(),
  to: runRefSchema,
  values: z.array(movedValueSchema),
  flows: z.array(flowSchema),
});

/** '' in a query is null: no value. Without it: whatever value. */
const cell = z
  .string()
  .max(60)
  .transform((value) => value || null)
  .optional();
const page = {
  after: z.coerce.number().int().min(-1).default(-1),
  limit: z.coerce.number().int().min(1).max(500).default(100),
};
export const movementMembersQuerySchema = movementQuerySchema.extend({
  fromValue: cell,
  toValue: cell,
  ...page,
});
export const movingMembersSchema = z.object({
  members: z.array(memberRowSchema),
  /** As many as the flow says; members that were removed since are counted and not listed. */
  total: z.int(),
  next: z.int().nullable(),
});

/** Both drawings as of one instant, so that the difference is that of the rules. `before` null: the published one. */
export const compareSchema = z.object({
  before: graph.nullable(),
  after: graph,
  asOf: asOfSchema.optional(),
});
export const comparisonSchema = z.object({
  values: z.array(movedValueSchema),
  flows: z.array(flowSchema),
  asOf: z.iso.datetime(),
  tookMs: z.int(),
});
export const compareMembersSchema = compareSchema.extend({
  from: z.string().max(60).nullable(),
  to: z.string().max(60).nullable(),
  /** `next` of the page before; by `ord`. */
  afterOrd: page.after,
  limit: page.limit,
});

export type MovedValue = z.infer<typeof movedValueSchema>;
export type Flow = z.infer<typeof flowSchema>;
export type Movement = z.infer<typeof movementSchema>;
export type MovementQuery = z.infer<typeof movementQuerySchema>;
export type MovementMembersQuery = z.output<typeof movementMembersQuerySchema>;
export type MovingMembers = z.infer<typeof movingMembersSchema>;
export type Comparison = z.infer<typeof comparisonSchema>;
export type Compare = z.output<typeof compareSchema>;
export type CompareMembers = z.output<typeof compareMembersSchema>;
