import type { Draft } from 'immer';
import type { Graph } from '@/rules-engine/index';
import type { Command } from './command';
import { sameValue } from './same-value';
import { separateCopy } from './separate-copy';
import { writeParam } from './write-param';

type Applier<K extends Command['do']> = (graph: Draft<Graph>, command: Extract<Command, { do: K }>) => void;

const appliers: { [K in Command['do']]: Applier<K> } = {
  add(graph, { nodes, edges }) {
    const ids = new Set(graph.nodes.map((node) => node.id));
    for (const node of nodes) {
      if (!ids.has(node.id)) graph.nodes.push(separateCopy(node));
      ids.add(node.id);
    }
    for (const edge of edges) {
      const fits = ids.has(edge.source) && ids.has(edge.target);
      const taken = graph.edges.some(
        (other) =>
          other.id === edge.id ||
          (other.source === edge.source &&
            other.sourcePort === edge.sourcePort &&
            other.target === edge.target &&
            other.targetPort === edge.targetPort),
      );
      if (fits && !taken) graph.edges.push({ ...edge });
    }
  },
  remove(graph, { nodes, edges }) {
    const goneNodes = new Set(nodes);
    const goneEdges = new Set(edges);
    removeWhere(graph.nodes, (node) => goneNodes.has(node.id));
    removeWhere(
      graph.edges,
      (edge) => goneEdges.has(edge.id) || goneNodes.has(edge.source) || goneNodes.has(edge.target),
    );
  },
  move(graph, { to }) {
    for (const node of graph.nodes) {
      const target = Object.hasOwn(to, node.id) ? to[node.id] : undefined;
      if (!target) continue;
      if (node.position.x !== target.x) node.position.x = target.x;
      if (node.position.y !== target.y) node.position.y = target.y;
    }
  },
  setParam(graph, { node: id, path, value }) {
    const node = graph.nodes.find((candidate) => candidate.id === id);
    if (node) writeParam(node.params, path, value);
  },
  describe(graph, { node: id, name, note }) {
    const node = graph.nodes.find((candidate) => candidate.id === id);
    if (!node) return;
    if (name === null) delete node.name;
    else if (name !== undefined) node.name = name;
    if (note === null) delete node.note;
    else if (note !== undefined) node.note = note;
  },
  order(graph, { node: id, index }) {
    const from = graph.nodes.findIndex((candidate) => candidate.id === id);
    const to = Math.min(index, graph.nodes.length - 1);
    const [node] = from < 0 || from === to ? [] : graph.nodes.splice(from, 1);
    if (node) graph.nodes.splice(to, 0, node);
  },
  replace(graph, { nodes, edges }) {
    if (!sameValue(graph.nodes, nodes)) graph.nodes = separateCopy(nodes);
    if (!sameValue(graph.edges, edges)) graph.edges = separateCopy(edges);
  },
};

/** Applies a command to an immer draft. */
export function applyCommand<K extends Command['do']>(
  graph: Draft<Graph>,
  command: Extract<Command, { do: K }>,
): void {
  const apply: Applier<K> = appliers[command.do];
  apply(graph, command);
}

/** Takes elements out one by one: a new array would be a patch with all the others in it. */
function removeWhere<T>(items: T[], goes: (item: T) => boolean): void {
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const item = items[index];
    if (item !== undefined && goes(item)) items.splice(index, 1);
  }
}
