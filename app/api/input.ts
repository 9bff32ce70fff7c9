import type { z } from 'zod';
import { issueText } from '@/lib/contracts/issue-text';
import { Problem } from '@/lib/contracts/problem';

/**
 * Parses what a client sent. The first issue becomes `invalid-input` with the field's path (`root` for the
 * whole) and the reason in both languages.
 */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown, root: string): T {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.map(String).join('.') || root;
  throw new Problem('invalid-input', { where, why: issue ? issueText(issue) : '' });
}
