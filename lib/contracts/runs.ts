import { z } from 'zod';
import { asOfSchema } from './as-of';
import { definitionKindSchema } from './definition-kind';
import { localTextSchema } from './local-text';
import { scheduleSchema } from './schedule';
import { workErrorSchema, workStateSchema } from './work';

/*
 * What computations of published definitions did.
 */

export const runTriggerSchema = z.enum(['person', 'schedule', 'publish', 'cli']);

export const scheduleEditSchema = z.object({ schedule: scheduleSchema.nullable() });

export const runSchema = z.object({
  id: z.string(),
  definition: z.string(),
  label: localTextSchema,
  kind: definitionKindSchema,
  version: z.int(),
  asOf: z.iso.datetime(),
  state: workStateSchema,
  trigger: runTriggerSchema,
  by: z.string(),
  /** Members per value after the run, in the order of the outputs; one entry with value '' for a segment. */
  counts: z.array(z.object({ value: z.string(), label: localTextSchema, n: z.int() })),
  size: z.int(),
  entered: z.int(),
  left: z.int(),
  /** From one value or layer to another. */
  moved: z.int(),
  /** Of the members to look at; `total` null while unknown. */
  progress: z.object({ done: z.int(), total: z.int().nullable() }),
  error: workErrorSchema,
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  job: z.string(),
  cancelRequested: z.boolean(),
});

export const runsQuerySchema = z.object({
  definition: z.string().max(100).optional(),
  state: workStateSchema.optional(),
  before: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const runPageSchema = z.object({ runs: z.array(runSchema), next: z.string().nullable() });
export const runAnswerSchema = z.object({ run: runSchema });

export const startRunSchema = z.object({ asOf: asOfSchema.optional() });

export const sizesQuerySchema = z.object({ limit: z.coerce.number().int().min(1).max(500).default(200) });
export const sizesAnswerSchema = z.object({
  /** Finished runs only. */
  points: z.array(
    z.object({
      run: z.string(),
      version: z.int(),
      asOf: z.iso.datetime(),
      finishedAt: z.iso.datetime(),
      size: z.int(),
      counts: z.array(z.object({ value: z.string(), label: localTextSchema, n: z.int() })),
    }),
  ),
});

export type RunTrigger = z.infer<typeof runTriggerSchema>;
export type Run = z.infer<typeof runSchema>;
export type RunsQuery = z.infer<typeof runsQuerySchema>;
export type RunPage = z.infer<typeof runPageSchema>;
export type StartRun = z.infer<typeof startRunSchema>;
export type SizesAnswer = z.infer<typeof sizesAnswerSchema>;
