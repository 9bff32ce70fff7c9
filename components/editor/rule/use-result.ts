'use client';

import type { GraphNode } from '@/rules-engine/index';
import { isOutput } from '../edits/ports';
import { useGraph } from '../state/editor-context';
import { countAt, useCounts } from './counts-context';

/** How many members the drawing gives something to; null while that isn't known. */
export function useResult(): { n: number; outputs: readonly GraphNode[]; isStale: boolean } | null {
  const graph = useGraph();
  const { answer, isStale } = useCounts();
  const outputs = graph.nodes.filter(isOutput);
  const counts = outputs.map(({ id }) => countAt(answer, id, 'value'));
  if (outputs.length === 0 || counts.some((count) => count === null)) return null;
  // Each member has one value at most, so the values add up.
  return { n: counts.reduce((sum, count) => sum + (count?.n ?? 0), 0), outputs, isStale };
}
