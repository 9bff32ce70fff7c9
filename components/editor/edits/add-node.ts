import type { Graph, GraphNode, NodeType } from '@/rules-engine/index';
import type { Command } from '../document/command';
import { makeEdge } from './connect';
import { cardSize, gap, rects, type Sizes } from './geometry';
import { newId } from './new-id';
import { freePlace } from './place';
import { findNode, inputsOf, outputsOf, type PortRef, takenIds } from './ports';

/** What adding a node takes; `node` is the new one's id. */
export interface Addition {
  node: string;
  commands: Command[];
}

interface Point {
  x: number;
  y: number;
}

/** A node of this type where there is room near `at`, connected to nothing. */
export function addNode(graph: Graph, type: NodeType, at: Point, sizes: Sizes): Addition {
  const node = makeNode(graph, type, at, sizes);
  return { node: node.id, commands: [{ do: 'add', nodes: [node], edges: [] }] };
}

/** A node of this type right of a port and fed by it. */
export function addAfter(
  graph: Graph,
  from: PortRef,
  type: NodeType,
  sizes: Sizes,
  at: Point | null = null,
): Addition {
  const source = findNode(graph, from.node);
  const place = at ?? (source ? besidePort(source, from.port, sizes) : { x: 0, y: 0 });
  const node = makeNode(graph, type, place, sizes);
  const [input] = inputsOf(node);
  const edges = input ? [makeEdge(from, { node: node.id, port: input.id }, takenIds(graph))] : [];
  return { node: node.id, commands: [{ do: 'add', nodes: [node], edges }] };
}

/** A node of this type left of an input port, feeding it. */
export function addBefore(
  graph: Graph,
  to: PortRef,
  type: NodeType,
  sizes: Sizes,
  at: Point | null = null,
): Addition {
  const target = findNode(graph, to.node);
  const left = target
    ? { x: target.position.x - cardSize(target).width - gap.x, y: target.position.y }
    : { x: 0, y: 0 };
  const node = makeNode(graph, type, at ?? left, sizes);
  const [output] = outputsOf(node);
  const edges = output ? [makeEdge({ node: node.id, port: output.id }, to, takenIds(graph))] : [];
  return { node: node.id, commands: [{ do: 'add', nodes: [node], edges }] };
}

/**
 * Puts a node into an edge: the edge leads into its first input, its first output to where the edge led. What comes
 * after moves right as far as the new card needs it, and nothing else moves.
 */
export function insertOnEdge(graph: Graph, edgeId: string, type: NodeType, sizes: Sizes): Addition | null {
  const edge = graph.edges.find(({ id }) => id === edgeId);
  const source = edge && findNode(graph, edge.source);
  const target = edge && findNode(graph, edge.target);
  if (!edge || !source || !target) return null;
  const sourceSize = sizes.get(source.id) ?? cardSize(source);
  const at = { x: source.position.x + sourceSize.width + gap.x, y: target.position.y };
  const missing = at.x + sourceSize.width + gap.x - target.position.x;
  const moved = missing > 0 ? after(graph, target.id, missing) : {};
  const shifted: Graph = {
    ...graph,
    nodes: graph.nodes.map((node) => ({ ...node, position: moved[node.id] ?? node.position })),
  };
  const node = makeNode(shifted, type, at, sizes);
  const [input] = inputsOf(node);
  const [output] = outputsOf(node);
  if (!input || !output) return null;
  const taken = takenIds(graph);
  const into = makeEdge(
    { node: edge.source, port: edge.sourcePort },
    { node: node.id, port: input.id },
    taken,
  );
  const out = makeEdge(
    { node: node.id, port: output.id },
    { node: edge.target, port: edge.targetPort },
    taken,
  );
  return {
    node: node.id,
    commands: [
      { do: 'remove', nodes: [], edges: [edge.id] },
      ...(missing > 0 ? [{ do: 'move' as const, to: moved }] : []),
      { do: 'add', nodes: [node], edges: [into, out] },
    ],
  };
}

function makeNode(graph: Graph, type: NodeType, at: Point, sizes: Sizes): GraphNode {
  const node: GraphNode = {
    id: newId(type.type, takenIds(graph)),
    type: type.type,
    position: at,
    params: structuredClone({ ...type.initial }),
  };
  return { ...node, position: freePlace(at, cardSize(node), rects(graph.nodes, sizes)) };
}

function besidePort(source: GraphNode, port: string, sizes: Sizes): Point {
  const { width } = sizes.get(source.id) ?? cardSize(source);
  const index = outputsOf(source).findIndex(({ id }) => id === port);
  // Branches fan out: the first port's card stands level with its source, the next one below.
  return {
    x: source.position.x + width + gap.x,
    y: source.position.y + Math.max(0, index) * (cardSize(source).height + gap.y),
  };
}

/** Positions of a node and all that comes after it, moved right. */
function after(graph: Graph, start: string, by: number): Record<string, Point> {
  const reached = new Set([start]);
  for (let size = 0; size < reached.size; ) {
    size = reached.size;
    for (const edge of graph.edges) if (reached.has(edge.source)) reached.add(edge.target);
  }
  return Object.fromEntries(
    graph.nodes
      .filter((node) => reached.has(node.id))
      .map((node) => [node.id, { x: node.position.x + by, y: node.position.y }]),
  );
}

/** Whether a new node of this type can be fed by a port, feed one, or stand in an edge. */
export function fits(type: NodeType, where: 'after' | 'before' | 'between' | 'anywhere'): boolean {
  const hasInput = type.inputs(type.initial).length > 0;
  const hasOutput = type.outputs(type.initial).length > 0;
  const answers = {
    after: hasInput,
    before: hasOutput,
    between: hasInput && hasOutput,
    anywhere: true,
  };
  return answers[where];
}
