import { z } from 'zod';

/** A line of a file that is no row: in front of the header, or a footer. */
export const leftOutLineSchema = z.object({
  where: z.enum(['before', 'after']),
  /** Null where only the end of the file was looked at. */
  line: z.int().nullable(),
  text: z.string(),
});

/** What of a file was left out because the mapping says so, in numbers and, of each kind, the first lines. */
export const leftOutSchema = z.object({
  before: z.int(),
  after: z.int(),
  lines: z.array(leftOutLineSchema),
});

export type LeftOut = z.infer<typeof leftOutSchema>;
export type LeftOutLine = z.infer<typeof leftOutLineSchema>;
