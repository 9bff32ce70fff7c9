import type { DefinitionKind } from '@/lib/db/documents';
import { findNodeType, type Graph, type GraphNode, schemaVersion } from '@/rules-engine/index';

/** Between the left edges of two cards that stand side by side. */
const step = 400;

const outputs: Record<DefinitionKind, string> = { tag: 'tagValue', segment: 'segmentOutput' };

/** What a new definition starts with: all members on the left, one output on the right, nothing in between yet. */
export function blankDraft(kind: DefinitionKind): Graph {
  const nodes = [node('all', 'allMembers', 0), node('output', outputs[kind], 2 * step)];
  return { kind, schemaVersion, nodes, edges: [] };
}

function node(id: string, type: string, x: number): GraphNode {
  return { id, type, position: { x, y: 0 }, params: { ...findNodeType(type)?.initial } };
}
