import { type Graph, type GraphKind, type GraphNode, schemaVersion } from './graph';

/** A node in short: its place counts columns from left to right and rows from top to bottom. */
export interface DrawnNode {
  type: string;
  params?: Record<string, unknown>;
  at: readonly [column: number, row: number];
}

const column = 320;
const row = 180;

/** A graph from nodes by id and edges as `source.port → target.port`. */
export function draw(
  kind: GraphKind,
  nodes: Readonly<Record<string, DrawnNode>>,
  edges: readonly string[],
): Graph {
  return {
    kind,
    schemaVersion,
    nodes: Object.entries(nodes).map(
      ([
        id,
        {
          type,
          params = {},
          at: [x, y],
        },
      ]): GraphNode => ({
        id,
        type,
        params,
        position: { x: x * column, y: y * row },
      }),
    ),
    edges: edges.map((text, i) => {
      const [source = '', sourcePort = '', target = '', targetPort = ''] = text.split(/\.| → /);
      return { id: `e${i + 1}`, source, sourcePort, target, targetPort };
    }),
  };
}
