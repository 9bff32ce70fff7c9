import type { Diagnostic, DiagnosticCode } from '../diagnostics/diagnostic';
import type { Graph, GraphEdge, GraphNode } from '../graph/graph';
import type { NodeType } from '../nodes/node';
import { findNodeType } from '../nodes/registry';
import type { Text } from '../text';

export interface Placed {
  node: GraphNode;
  type: NodeType;
  /** Edges by the input port they lead into. */
  incoming: ReadonlyMap<string, readonly GraphEdge[]>;
}

/** The nodes of a graph in an order in which every node comes after those that feed it. */
export function arrange(graph: Graph): { order: Placed[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const say = (code: DiagnosticCode, node: string | null, message: Text) =>
    diagnostics.push({ severity: 'error', code, node, param: null, message });

  const placed = new Map<string, { node: GraphNode; type: NodeType; incoming: Map<string, GraphEdge[]> }>();
  for (const node of graph.nodes) {
    const type = findNodeType(node.type);
    if (placed.has(node.id)) {
      say('duplicate-id', node.id, {
        zh: `有两个节点的编号都是“${node.id}”。`,
        en: `Two nodes have the id “${node.id}”.`,
      });
    } else if (!type) {
      say('unknown-node-type', node.id, {
        zh: `没有“${node.type}”这种节点。`,
        en: `There is no node type “${node.type}”.`,
      });
    } else if (!type.kinds.includes(graph.kind)) {
      say('wrong-kind', node.id, {
        zh: `“${type.label.zh}”不能用在这里。`,
        en: `“${type.label.en}” can't be used in this kind of graph.`,
      });
    } else placed.set(node.id, { node, type, incoming: new Map() });
  }

  for (const edge of graph.edges) {
    const source = placed.get(edge.source);
    const target = placed.get(edge.target);
    // An edge of a node that was already complained of needs no complaint of its own.
    if (!source || !target) {
      if (!graph.nodes.some((n) => n.id === edge.source) || !graph.nodes.some((n) => n.id === edge.target)) {
        say('bad-edge', null, {
          zh: `连线“${edge.id}”的一端没有节点。`,
          en: `The edge “${edge.id}” leads nowhere.`,
        });
      }
      continue;
    }
    const fits =
      source.type.outputs(source.node.params).some((port) => port.id === edge.sourcePort) &&
      target.type.inputs(target.node.params).some((port) => port.id === edge.targetPort);
    if (!fits) {
      say('bad-edge', edge.target, {
        zh: `连线“${edge.id}”接到了不存在的端口。`,
        en: `The edge “${edge.id}” is attached to a port that doesn't exist.`,
      });
      continue;
    }
    const edges = target.incoming.get(edge.targetPort) ?? [];
    target.incoming.set(edge.targetPort, [...edges, edge]);
  }

  const order = sorted(placed);
  for (const { node } of placed.values()) {
    if (!order.some((p) => p.node === node)) {
      say('cycle', node.id, {
        zh: '连线绕成了一个圈，请断开其中一条。',
        en: 'The edges run in a circle here. Remove one of them.',
      });
    }
  }
  return { order, diagnostics };
}

/** Kahn's algorithm; nodes on or behind a cycle are left out. Ties keep the order of the document. */
function sorted(placed: ReadonlyMap<string, Placed>): Placed[] {
  const waiting = new Map([...placed].map(([id, { incoming }]) => [id, sources(incoming).size]));
  const order: Placed[] = [];
  const ready = [...placed.values()].filter((p) => waiting.get(p.node.id) === 0);
  const followers = new Map<string, Placed[]>();
  for (const p of placed.values()) {
    for (const source of sources(p.incoming)) followers.set(source, [...(followers.get(source) ?? []), p]);
  }
  for (let next = ready.shift(); next; next = ready.shift()) {
    order.push(next);
    for (const follower of followers.get(next.node.id) ?? []) {
      const left = (waiting.get(follower.node.id) ?? 0) - 1;
      waiting.set(follower.node.id, left);
      if (left === 0) ready.push(follower);
    }
  }
  return order;
}

function sources(incoming: ReadonlyMap<string, readonly GraphEdge[]>): Set<string> {
  return new Set([...incoming.values()].flatMap((edges) => edges.map((edge) => edge.source)));
}
