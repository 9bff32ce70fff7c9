import { z } from 'zod';
import { mirrorReasons } from '@/lib/contracts/mirror';

/** What the mirror says to a question. Counts in the order of the predicates. */
export const mirrorAnswerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('counted'),
    counts: z.array(z.int()),
    total: z.int(),
    generation: z.int(),
    /** Every change up to this instant (ms) is in the counts; null without members. */
    watermark: z.number().nullable(),
  }),
  z.object({ kind: z.literal('passed-on'), reason: z.enum(mirrorReasons) }),
]);
export type MirrorAnswer = z.infer<typeof mirrorAnswerSchema>;
