import type { Graph } from '@/rules-engine/index';
import type { Command } from '../document/command';
import { isOutput } from './ports';

export interface Removal {
  commands: Command[];
  /** The output that stays, since a drawing without one gives nothing; null when none was asked for. */
  kept: string | null;
}

/** Removes nodes and edges, all but the last output. */
export function removeItems(graph: Graph, nodes: readonly string[], edges: readonly string[]): Removal {
  const asked = new Set(nodes);
  const outputs = graph.nodes.filter(isOutput);
  const losesAll = outputs.length > 0 && outputs.every(({ id }) => asked.has(id));
  const kept = losesAll ? (outputs[0]?.id ?? null) : null;
  if (kept !== null) asked.delete(kept);
  const existing = graph.nodes.filter(({ id }) => asked.has(id)).map(({ id }) => id);
  if (existing.length === 0 && edges.length === 0) return { commands: [], kept };
  return { commands: [{ do: 'remove', nodes: existing, edges: [...edges] }], kept };
}
