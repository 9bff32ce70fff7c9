import { z } from 'zod';

/*
 * Identities that join a member who has another of their type already, row by row. Of a dry run: that would join.
 */

const identitySchema = z.object({ type: z.string(), value: z.string() });

export const mergesQuerySchema = z.object({
  after: z.string().max(500).default(''),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const mergeSchema = z.object({
  line: z.int(),
  /** Null of a member that a dry run's import would make. */
  member: z.string().nullable(),
  /** What joins, by which identity of theirs the row is the member's, and what they have of its type, five at most. */
  added: identitySchema,
  shared: identitySchema,
  others: z.array(identitySchema),
});

export const mergesAnswerSchema = z.object({
  merges: z.array(mergeSchema),
  total: z.int(),
  /** Cursor of the next page. */
  next: z.string().nullable(),
});

export type MergesQuery = z.infer<typeof mergesQuerySchema>;
export type MergesAnswer = z.infer<typeof mergesAnswerSchema>;
export type ImportMerge = z.infer<typeof mergeSchema>;
