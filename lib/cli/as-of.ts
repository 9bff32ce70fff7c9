import type { Db } from 'mongodb';
import { asOfSchema } from '@/lib/contracts/as-of';
import { Problem } from '@/lib/contracts/problem';
import { readAsOf } from '@/lib/ground/settings/read-as-of';

/** `--as-of` in ms; now without it. Throws `invalid-input`. */
export async function asOfOption(db: Db, text: string | undefined): Promise<number> {
  const read = asOfSchema.optional().safeParse(text);
  const asOf = read.success ? await readAsOf(db, read.data) : null;
  if (asOf !== null) return asOf;
  if (text === undefined) return Date.now();
  const why = {
    zh: '要写成 2026-11-22，或带时区的时间',
    en: 'write 2026-11-22, or an instant with its zone',
  };
  throw new Problem('invalid-input', { where: '--as-of', why });
}
