import type { DefinitionKind } from '@/lib/contracts/definitions';

/** Where the pages of each kind are. */
export const kindPlace: Record<DefinitionKind, string> = { tag: '/tags', segment: '/segments' };

export function definitionPath(
  kind: DefinitionKind,
  id: string,
  page: '' | '/history' | '/runs' = '',
): string {
  return `${kindPlace[kind]}/${encodeURIComponent(id)}${page}`;
}
