import { compileGraph, type Graph, type Predicate } from '@/rules-engine/index';
import { benchGraph } from './bench-graph';
import { syntheticCatalogue } from './synthetic-members';

/** The bench graph with another lower bound of the age: what an operator does who drags a threshold. */
export function editedGraph(from: number): Graph {
  return {
    ...benchGraph,
    nodes: benchGraph.nodes.map((node) => {
      if (node.id !== 'age') return node;
      const subject = { kind: 'field', path: 'attrs.age' };
      const rows = [{ subject, operator: 'between', value: { from, to: 66 } }];
      return { ...node, params: { mode: 'all', rows } };
    }),
  };
}

/** The predicates of all ports of a graph over the synthetic members. */
export function portsOf(graph: Graph): Predicate[] {
  const environment = {
    catalogue: syntheticCatalogue,
    asOf: Date.now(),
    timeZone: 'Asia/Shanghai',
    bounds: new Map(),
  };
  const compiled = compileGraph(graph, environment);
  if (!compiled.executable) throw new Error(compiled.diagnostics.map(({ message }) => message.en).join(' '));
  return [...new Set(compiled.ports.values())];
}
