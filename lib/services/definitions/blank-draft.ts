import type { DefinitionKind } from '@/lib/contracts/definition-kind';
import { findNodeType, type Graph, type GraphNode, schemaVersion } from '@/rules-engine/index';

/** Between the left edges of two cards that stand side by side. */
const step = 400;
/** Between the upper edges of two that stand one above the other. */
const drop = 200;

/** Outputs, from the top, and what of their parameters is filled in. */
const outputs: Record<DefinitionKind, { id: string; type: string; params?: GraphNode['params'] }[]> = {
  tag: [{ id: 'output', type: 'tagValue' }],
  segment: [{ id: 'output', type: 'segmentOutput' }],
  layering: [
    { id: 'layer1', type: 'layer' },
    { id: 'layer2', type: 'layer', params: { color: 1 } },
    { id: 'others', type: 'fallbackLayer', params: { layer: 'others', label: { zh: '其他', en: 'Others' } } },
  ],
};

/** What a new definition starts with: all members on the left, outputs on the right, nothing in between yet. */
export function blankDraft(kind: DefinitionKind): Graph {
  const nodes = [
    node('all', 'allMembers', { x: 0, y: 0 }),
    ...outputs[kind].map(({ id, type, params }, i) => node(id, type, { x: 2 * step, y: i * drop }, params)),
  ];
  return { kind, schemaVersion, nodes, edges: [] };
}

function node(
  id: string,
  type: string,
  position: GraphNode['position'],
  params: GraphNode['params'] = {},
): GraphNode {
  return { id, type, position, params: { ...findNodeType(type)?.initial, ...params } };
}
