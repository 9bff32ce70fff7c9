import type { DefinitionDoc } from '@/lib/db/documents';
import type { GraphOwner } from '@/rules-engine/index';

/** What compiling a graph has to know of the definition that it is the draft or a version of. */
export function ownerOf({ key, whenEmpty }: Pick<DefinitionDoc, 'key' | 'whenEmpty'>): GraphOwner {
  return { key, keepsLast: whenEmpty === 'keep' };
}
