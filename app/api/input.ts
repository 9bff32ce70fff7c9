import { z } from 'zod';
import { en, zhCN } from 'zod/locales';
import { Problem } from '@/lib/contracts/problem';

const locales = { zh: zhCN().localeError, en: en().localeError };
const ownSentence = z.object({ zh: z.string(), en: z.string() });

/**
 * Parses what a client sent. The first issue becomes `invalid-input` with the field's path (`root` for the
 * whole) and the reason in both languages. A refinement brings its own reason as `params: { zh, en }`.
 */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown, root: string): T {
  const result = schema.safeParse(input, { error: locales.en });
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue?.path.map(String).join('.') || root;
  const own = issue?.code === 'custom' ? ownSentence.safeParse(issue.params).data : undefined;
  // Zod words one language a parse: the second parse only fetches the Chinese for the same issue.
  const inChinese = () => schema.safeParse(input, { error: locales.zh }).error?.issues[0]?.message ?? '';
  throw new Problem('invalid-input', { where, why: own ?? { zh: inChinese(), en: issue?.message ?? '' } });
}
