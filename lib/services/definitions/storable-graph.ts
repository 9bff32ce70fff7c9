import type { DefinitionKind } from '@/lib/contracts/definition-kind';
import { Problem } from '@/lib/contracts/problem';
import type { Graph } from '@/rules-engine/index';

/**
 * Throws `invalid-input` for a draft that can't be kept: a graph of another kind, or with parameter names that mean
 * something to the database. How big and deep it may be, its schema says.
 */
export function assertStorable({ kind, nodes }: Graph, expected: DefinitionKind): void {
  if (kind !== expected) {
    const why = { zh: '图的类型不对', en: 'it is a graph of another kind' };
    throw new Problem('invalid-input', { where: 'graph.kind', why });
  }
  for (const { id, params } of nodes) {
    const name = impossibleName(params);
    if (name === null) continue;
    const why = { zh: `参数名“${name}”不可用`, en: `the name “${name}” can't be used` };
    throw new Problem('invalid-input', { where: `graph.nodes.${id}`, why });
  }
}

function impossibleName(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    const found = name.startsWith('$') || /[.\0]/.test(name) ? name : impossibleName(inner);
    if (found !== null) return found;
  }
  return null;
}
