import type { ImportMapping } from '@/lib/contracts/import-mapping';

/** Types of identities that by the mapping are no reason to merge. */
export function apartTypes({ identities }: ImportMapping): Set<string> {
  return new Set(identities.flatMap(({ type, shared }) => (shared === 'reject' ? type : [])));
}
