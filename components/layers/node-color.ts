import type { GraphNode } from '@/rules-engine/index';

/** The colour of a layer's card; null for other nodes, and while it has none. */
export function nodeColor({ type, params }: GraphNode): number | null {
  const isLayer = type === 'layer' || type === 'fallbackLayer';
  return isLayer && typeof params.color === 'number' ? params.color : null;
}
