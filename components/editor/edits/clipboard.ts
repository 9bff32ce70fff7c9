import { z } from 'zod';
import {
  findNodeType,
  type Graph,
  type GraphKind,
  graphEdge,
  graphKinds,
  graphLimits,
  graphNode,
} from '@/rules-engine/index';
import type { Command } from '../document/command';
import { newId } from './new-id';
import { takenIds } from './ports';

/** A part of a drawing as it lies in the clipboard: plain text, so that it can be pasted into another definition. */
const partSchema = z.object({
  tagloom: z.literal('nodes'),
  kind: z.enum(graphKinds),
  nodes: z.array(graphNode).min(1).max(graphLimits.nodes),
  edges: z.array(graphEdge).max(graphLimits.edges),
});
type Part = z.infer<typeof partSchema>;

/** Nodes and the edges between them as text; null when there are none. */
export function copyText(graph: Graph, ids: ReadonlySet<string>): string | null {
  const nodes = graph.nodes.filter((node) => ids.has(node.id));
  if (nodes.length === 0) return null;
  const edges = graph.edges.filter((edge) => ids.has(edge.source) && ids.has(edge.target));
  const part: Part = { tagloom: 'nodes', kind: graph.kind, nodes, edges };
  return JSON.stringify(part);
}

/** What a pasted text holds; null when it is something else. */
export function readPart(text: string): Part | null {
  if (text.length > graphLimits.bytes) return null;
  try {
    return partSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

export interface Paste {
  commands: Command[];
  nodes: string[];
  /** How many nodes can't stand in a drawing of this kind, and were left out. */
  leftOut: number;
}

/** Pastes a part with new ids; its upper left corner comes to `at`, else a little beside where it was copied. */
export function paste(graph: Graph, part: Part, at: { x: number; y: number } | null): Paste {
  const nodes = part.nodes.filter((node) => fitsKind(node.type, graph.kind));
  const taken = takenIds(graph);
  const ids = new Map(
    nodes.map((node) => {
      const id = newId(node.type, taken);
      taken.add(id);
      return [node.id, id];
    }),
  );
  const corner = {
    x: Math.min(...nodes.map((node) => node.position.x)),
    y: Math.min(...nodes.map((node) => node.position.y)),
  };
  const shift = at ? { x: at.x - corner.x, y: at.y - corner.y } : { x: 32, y: 32 };
  const renamed = (id: string) => ids.get(id) ?? id;
  const command: Command = {
    do: 'add',
    nodes: nodes.map((node) => ({
      ...node,
      id: renamed(node.id),
      position: { x: node.position.x + shift.x, y: node.position.y + shift.y },
    })),
    edges: part.edges
      .filter((edge) => ids.has(edge.source) && ids.has(edge.target))
      .map((edge) => {
        const id = newId('e', taken);
        taken.add(id);
        return { ...edge, id, source: renamed(edge.source), target: renamed(edge.target) };
      }),
  };
  return {
    commands: nodes.length > 0 ? [command] : [],
    nodes: [...ids.values()],
    leftOut: part.nodes.length - nodes.length,
  };
}

function fitsKind(type: string, kind: GraphKind): boolean {
  return findNodeType(type)?.kinds.includes(kind) ?? false;
}
