import { z } from 'zod';
import { mirrorReasons } from '@/lib/contracts/mirror';
import { distributionSchema } from '../distribution';

/* What the mirror says to each kind of question, or that it passes it on. */

const passedOn = z.object({ kind: z.literal('passed-on'), reason: z.enum(mirrorReasons) });
export type PassedOn = z.infer<typeof passedOn>;

/** Counts in the order of the predicates. */
const counted = z.object({
  kind: z.literal('counted'),
  counts: z.array(z.int()),
  total: z.int(),
  generation: z.int(),
  /** Every change up to this instant (ms) is in the counts; null without members. */
  watermark: z.number().nullable(),
});
export const mirrorAnswerSchema = z.discriminatedUnion('kind', [counted, passedOn]);
export type MirrorAnswer = z.infer<typeof mirrorAnswerSchema>;

/** The last member that each top N keeps, in the order asked; null when fewer have a value. */
const bounded = z.object({
  kind: z.literal('bounded'),
  bounds: z.array(z.object({ value: z.number(), ord: z.int() }).nullable()),
});
export const boundsAnswerSchema = z.discriminatedUnion('kind', [bounded, passedOn]);
export type BoundsAnswer = z.infer<typeof boundsAnswerSchema>;

const distributed = z.object({ kind: z.literal('distributed'), distribution: distributionSchema });
export const distributionAnswerSchema = z.discriminatedUnion('kind', [distributed, passedOn]);
export type DistributionAnswer = z.infer<typeof distributionAnswerSchema>;
