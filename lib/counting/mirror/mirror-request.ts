import { z } from 'zod';
import { packedPredicatesSchema } from '@/rules-engine/index';

/** What was written in the last so many milliseconds may be missing where it can't be had at once. */
const withinMs = z.number().min(0);
const predicates = packedPredicatesSchema;

/** What the mirror can be asked, as it travels to another thread or process. */
export const mirrorRequestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('count'), predicates, withinMs }),
  z.object({
    kind: z.literal('bounds'),
    /** A predicate and a value for each top N … */
    predicates,
    /** … and of whom it keeps how many. */
    tops: z.array(z.object({ n: z.int().min(1), direction: z.enum(['highest', 'lowest']) })),
    withinMs,
  }),
  z.object({
    kind: z.literal('distribution'),
    /** One predicate and one value. */
    predicates,
    at: z.array(z.number().min(0).max(1)),
    withinMs,
  }),
  z.object({ kind: z.literal('status') }),
]);
export type MirrorRequest = z.infer<typeof mirrorRequestSchema>;
