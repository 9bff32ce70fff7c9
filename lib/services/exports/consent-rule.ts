import { Problem } from '@/lib/contracts/problem';
import type { ExportDoc } from '@/lib/db/documents';
import { type Predicate, path, rule, value } from '@/rules-engine/index';

/** Those of an audience who agreed to be reached on a channel for a purpose; everybody without a filter. */
export function consentRule(audience: Predicate, consent: ExportDoc['consent']): Predicate {
  if (consent === null) return audience;
  const where = path.safeParse(`consent.${consent.channel}`);
  if (!where.success)
    throw new Problem('invalid-input', { where: 'consent.channel', why: where.error.message });
  return rule.all([audience, rule.listTest('any', value.field(where.data, 'list'), [consent.purpose])]);
}
