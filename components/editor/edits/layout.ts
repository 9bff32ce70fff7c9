import type { ElkNode } from 'elkjs/lib/elk-api';
import type { Graph } from '@/rules-engine/index';
import type { Command } from '../document/command';
import { cardSize, gap, type Sizes } from './geometry';
import { snap } from './place';
import { inputsOf, outputsOf } from './ports';

/**
 * Lays the drawing out from left to right: every node right of those that feed it, branches in the order of their
 * ports, nodes that are alike in the order of the document. One command, so one step of undo; nothing where all is in
 * its place. The layout engine is loaded when it is first asked for.
 */
export async function layOut(graph: Graph, sizes: Sizes): Promise<Command[]> {
  if (graph.nodes.length === 0) return [];
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
  const placed = await new Elk().layout(elkGraph(graph, sizes));
  const found = new Map((placed.children ?? []).map(({ id, x, y }) => [id, { x: x ?? 0, y: y ?? 0 }]));
  // The upper left corner stays where it was: the view doesn't jump.
  const shift = {
    x:
      Math.min(...graph.nodes.map((node) => node.position.x)) -
      Math.min(...[...found.values()].map((p) => p.x)),
    y:
      Math.min(...graph.nodes.map((node) => node.position.y)) -
      Math.min(...[...found.values()].map((p) => p.y)),
  };
  const to = Object.fromEntries(
    [...found].map(([id, { x, y }]) => [id, { x: snap(x + shift.x), y: snap(y + shift.y) }]),
  );
  return [{ do: 'move', to }];
}

function elkGraph(graph: Graph, sizes: Sizes): ElkNode {
  return {
    id: 'graph',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
      'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
      'elk.layered.nodePlacement.bk.fixedAlignment': 'LEFTUP',
      'elk.layered.spacing.nodeNodeBetweenLayers': String(gap.x),
      'elk.spacing.nodeNode': String(gap.y),
      'elk.spacing.componentComponent': String(gap.y * 2),
    },
    children: graph.nodes.map((node) => ({
      id: node.id,
      ...(sizes.get(node.id) ?? cardSize(node)),
      layoutOptions: { 'elk.portConstraints': 'FIXED_ORDER' },
      // The order of ports is clockwise: down the right side, up the left one.
      ports: [
        ...outputsOf(node).map((port, index) => elkPort(node.id, 'out', port.id, 'EAST', index)),
        ...inputsOf(node).map((port, index) => elkPort(node.id, 'in', port.id, 'WEST', 1_000 - index)),
      ],
    })),
    edges: graph.edges
      .filter((edge) => isAttached(graph, edge))
      .map((edge) => ({
        id: edge.id,
        sources: [portId(edge.source, 'out', edge.sourcePort)],
        targets: [portId(edge.target, 'in', edge.targetPort)],
      })),
  };
}

function elkPort(node: string, side: 'in' | 'out', port: string, elkSide: 'EAST' | 'WEST', index: number) {
  return {
    id: portId(node, side, port),
    width: 0,
    height: 0,
    layoutOptions: { 'elk.port.side': elkSide, 'elk.port.index': String(index) },
  };
}

function portId(node: string, side: 'in' | 'out', port: string): string {
  return `${node}/${side}/${port}`;
}

/** The layout engine throws on an edge to a port that isn't there: a draft can have one. */
function isAttached(graph: Graph, edge: Graph['edges'][number]): boolean {
  const source = graph.nodes.find(({ id }) => id === edge.source);
  const target = graph.nodes.find(({ id }) => id === edge.target);
  return (
    source !== undefined &&
    target !== undefined &&
    outputsOf(source).some(({ id }) => id === edge.sourcePort) &&
    inputsOf(target).some(({ id }) => id === edge.targetPort)
  );
}
