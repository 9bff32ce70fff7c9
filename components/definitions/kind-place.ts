import type { DefinitionKind } from '@/lib/contracts/definition-kind';

/** Where the pages of each kind are. */
export const kindPlace: Record<DefinitionKind, string> = {
  tag: '/tags',
  segment: '/segments',
  layering: '/layers',
};

/** The wizard that makes a layering by recency, frequency and amount. */
export const rfmPath = '/layers/new/rfm';

export function definitionPath(
  kind: DefinitionKind,
  id: string,
  page: '' | '/history' | '/runs' | '/movement' = '',
): string {
  return `${kindPlace[kind]}/${encodeURIComponent(id)}${page}`;
}
