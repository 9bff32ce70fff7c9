import { z } from 'zod';
import { sentenceSchema } from './catalogue';
import { drawnSchema } from './counts';

/*
 * What the author of a drawing should know before publishing it.
 */

export const lintQuerySchema = drawnSchema;

export const findingSchema = z.object({
  kind: z.enum(['unreachable', 'overlap', 'gap', 'contradiction', 'redundant', 'empty-group']),
  severity: z.enum(['warning', 'notice']),
  node: z.string(),
  /** The node it has to do with. */
  other: z.string().nullable(),
  /** Members it is about, exact; null where it shows from the rule itself. */
  n: z.int().nullable(),
  message: sentenceSchema,
});

export const lintAnswerSchema = z.object({
  /** Warnings first. Empty also while the graph isn't executable: its diagnostics come first. */
  findings: z.array(findingSchema),
  asOf: z.iso.datetime(),
  tookMs: z.int(),
});

export type FindingDto = z.infer<typeof findingSchema>;
export type LintQuery = z.infer<typeof lintQuerySchema>;
export type LintAnswer = z.infer<typeof lintAnswerSchema>;
