import type { DefinitionKind } from '@/lib/contracts/definition-kind';

/** Where the pages of each kind are. */
export const kindPlace: Record<DefinitionKind, string> = {
  tag: '/tags',
  segment: '/segments',
  layering: '/layers',
};

export function definitionPath(
  kind: DefinitionKind,
  id: string,
  page: '' | '/history' | '/runs' | '/movement' = '',
): string {
  return `${kindPlace[kind]}/${encodeURIComponent(id)}${page}`;
}
