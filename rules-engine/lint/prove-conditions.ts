import type { CompiledGraph } from '../compile/compile-graph';
import { type Graph, portKey } from '../graph/graph';
import { any } from '../ir/build-predicate';
import type { Predicate } from '../ir/predicate';
import { isProvablyEmpty } from '../ir/provably-empty';
import { findNodeType } from '../nodes/registry';
import type { Finding } from './finding';
import type { LintWords } from './lint-words';

/**
 * Nodes that let nobody out by one of their ports, as shows from the conditions on the way to them. Told where it first
 * happens: behind such a port everything is empty.
 */
export function proveConditions(graph: Graph, compiled: CompiledGraph, words: LintWords): Finding[] {
  const empty = new Map<Predicate, boolean>();
  const isEmpty = (predicate: Predicate | undefined): boolean => {
    if (!predicate) return false;
    const known = empty.get(predicate) ?? isProvablyEmpty(predicate);
    empty.set(predicate, known);
    return known;
  };
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  return compiled.nodes.flatMap(({ id, inputs, outputs }): Finding[] => {
    const node = nodes.get(id);
    const type = node && findNodeType(node.type);
    if (!node || !type?.parts) return [];
    const incoming = any(inputs.flatMap((port) => compiled.ports.get(portKey(id, port)) ?? []));
    if (isEmpty(incoming)) return [];
    const used = new Set(
      graph.edges.filter(({ source }) => source === id).map(({ sourcePort }) => sourcePort),
    );
    const dead = outputs.filter((port) => isEmpty(compiled.ports.get(portKey(id, port))));
    const name = node.name ? { zh: node.name, en: node.name } : type.label;
    return dead.flatMap((port): Finding[] => {
      // That nobody takes a way which leads nowhere is no news, but for a condition that everybody passes.
      if (node.type !== 'condition' && !used.has(port)) return [];
      const label = type.outputs(node.params).find((one) => one.id === port)?.label ?? { zh: port, en: port };
      const isRedundant = node.type === 'condition' && port === 'notMatched';
      return [
        {
          kind: isRedundant ? 'redundant' : 'contradiction',
          severity: 'warning',
          node: id,
          other: null,
          n: null,
          message: isRedundant ? words.redundant(name) : words.contradiction(name, label),
        },
      ];
    });
  });
}
