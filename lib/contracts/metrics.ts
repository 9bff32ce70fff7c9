import { z } from 'zod';
import { keySchema, sentenceSchema } from './catalogue';
import { localTextSchema } from './local-text';

/** A metric's definition. `operand` is an event operand of the rules engine, parsed there. */
export const metricInputSchema = z.object({
  key: keySchema,
  label: localTextSchema,
  operand: z.unknown(),
});

/** With the revision that was read: a newer one in between is a conflict. */
export const metricEditSchema = metricInputSchema.omit({ key: true }).extend({ revision: z.int().min(0) });

export const metricSchema = metricInputSchema.extend({
  /** `metrics.<key>` in the catalogue. */
  path: z.string(),
  type: z.enum(['number', 'money', 'date']),
  unit: z.string().nullable(),
  sentence: sentenceSchema.nullable(),
  revision: z.int(),
  lastRun: z
    .object({ at: z.iso.datetime(), asOf: z.iso.datetime(), members: z.int(), tookMs: z.int() })
    .nullable(),
  /** The recomputation under way, if any. */
  job: z.string().nullable(),
  updatedAt: z.iso.datetime(),
});
export const metricListSchema = z.object({ metrics: z.array(metricSchema) });
export const metricAnswerSchema = z.object({ metric: metricSchema });

export const metricPreviewSchema = z.object({ operand: z.unknown(), asOf: z.iso.datetime({ offset: true }) });

const pointSchema = z.union([z.number(), z.iso.datetime()]);

export const metricPreviewAnswerSchema = z.object({
  type: z.enum(['number', 'money', 'date']),
  unit: z.string().nullable(),
  sentence: sentenceSchema.nullable(),
  /** Members looked at, and how many of them have a value. `exact`: they are all members. */
  of: z.int(),
  present: z.int(),
  exact: z.boolean(),
  min: pointSchema.nullable(),
  median: pointSchema.nullable(),
  mean: z.number().nullable(),
  max: pointSchema.nullable(),
  /** Up to twenty bins; `to` is exclusive except in the last. */
  bins: z.array(z.object({ from: pointSchema, to: pointSchema, n: z.int() })),
  /** A few members with their value, lowest to highest. */
  examples: z.array(z.object({ member: z.string(), value: pointSchema })),
  tookMs: z.int(),
});

export const metricRecomputeSchema = z.object({ asOf: z.iso.datetime({ offset: true }).optional() });
export const metricRecomputeAnswerSchema = z.object({ job: z.string() });

export type MetricInput = z.infer<typeof metricInputSchema>;
export type MetricEdit = z.infer<typeof metricEditSchema>;
export type Metric = z.infer<typeof metricSchema>;
export type MetricPreview = z.infer<typeof metricPreviewSchema>;
export type MetricPreviewAnswer = z.infer<typeof metricPreviewAnswerSchema>;
