import { z } from 'zod';
import { graph } from '@/rules-engine/index';
import { asOfSchema } from './as-of';
import { sentenceSchema } from './catalogue';
import { diagnosticSchema, drawnSchema } from './counts';
import { localTextSchema } from './local-text';
import { workStateSchema } from './work';

/*
 * Cutpoints: values at which a number is cut, computed from the population and then stored in the drawing, so that a
 * published version keeps its own.
 */

export const cutRuleSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('mean') }),
  z.object({ by: z.literal('median') }),
  z.object({ by: z.literal('quantile'), share: z.number() }),
  z.object({ by: z.literal('groups'), groups: z.int() }),
]);

/** A cut of one node: what it was computed from, and what came out. Money in the smallest unit. */
export const cutpointSchema = z.object({
  node: z.string(),
  /** Path below the node's `params` where it is stored. */
  param: z.string(),
  rule: cutRuleSchema,
  label: localTextSchema,
  unit: z.string().nullable(),
  money: z.boolean(),
  /** Which way a cut between two whole numbers goes, where only whole ones can come. Older ones don't say. */
  rounds: z.enum(['up', 'down']).nullable().default(null),
  /** What was stored when it was computed. */
  before: z.array(z.number()).nullable(),
  /** Ascending; null when nobody has a value. */
  values: z.array(z.number()).nullable(),
  /** Members that come in, and those of them with a value. */
  of: z.int(),
  present: z.int(),
  mean: z.number().nullable(),
  median: z.number().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  /**
   * `empty`: nobody has a value. `constant`: all have the same, so that nothing is cut by it. `tied`: so many have the same
   * that some groups have nobody.
   */
  problem: z.enum(['empty', 'constant', 'tied']).nullable(),
});

export const cutpointsQuerySchema = drawnSchema.extend({
  /** Only those of this node. */
  node: z.string().max(64).optional(),
});
export const cutpointsAnswerSchema = z.object({
  cuts: z.array(cutpointSchema),
  /** The drawing with the cutpoints filled in. */
  graph,
  asOf: z.iso.datetime(),
  tookMs: z.int(),
  diagnostics: z.array(diagnosticSchema),
});

export const computeCutpointsSchema = z.object({
  graph,
  node: z.string().max(64).optional(),
  asOf: asOfSchema.optional(),
});

export const cutpointSetSchema = z.object({
  number: z.int(),
  state: workStateSchema,
  node: z.string().nullable(),
  asOf: z.iso.datetime(),
  cuts: z.array(cutpointSchema),
  by: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  job: z.string(),
  progress: z.object({ done: z.number(), total: z.number().nullable() }),
  error: z.object({ code: z.string(), message: sentenceSchema }).nullable(),
});
export const cutpointSetAnswerSchema = z.object({ set: cutpointSetSchema });
export const cutpointSetListSchema = z.object({ sets: z.array(cutpointSetSchema) });

export type Cutpoint = z.infer<typeof cutpointSchema>;
export type CutpointsQuery = z.infer<typeof cutpointsQuerySchema>;
export type CutpointsAnswer = z.infer<typeof cutpointsAnswerSchema>;
export type ComputeCutpoints = z.infer<typeof computeCutpointsSchema>;
export type CutpointSet = z.infer<typeof cutpointSetSchema>;
