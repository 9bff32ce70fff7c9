import type { CompiledGraph } from '../compile/compile-graph';
import { type Graph, type PortKey, portKey } from '../graph/graph';
import { findNodeType } from '../nodes/registry';

/**
 * Which ports are settled: all of their members are given a value by one of the outputs told so far, so that whoever is
 * left over there can be called “the others”.
 */
export class Settled {
  private readonly told = new Set<string>();
  private known = new Map<PortKey, boolean>();
  private readonly targets = new Map<PortKey, string[]>();
  private readonly outputs: ReadonlyMap<string, readonly string[]>;
  private readonly parting: ReadonlySet<string>;

  constructor(graph: Graph, compiled: CompiledGraph) {
    for (const { source, sourcePort, target } of graph.edges) {
      const key = portKey(source, sourcePort);
      this.targets.set(key, [...(this.targets.get(key) ?? []), target]);
    }
    this.outputs = new Map(compiled.nodes.map(({ id, outputs }) => [id, outputs]));
    this.parting = new Set(
      graph.nodes.filter(({ type }) => findNodeType(type)?.parts === true).map(({ id }) => id),
    );
  }

  tell(output: string): void {
    this.told.add(output);
    this.known = new Map();
  }

  /** True when everyone who comes to the node and leaves by another port than this one has a value. */
  allBut(node: string, port: string): boolean {
    return (this.outputs.get(node) ?? []).every((other) => other === port || this.has(portKey(node, other)));
  }

  private has(port: PortKey): boolean {
    const known = this.known.get(port);
    if (known !== undefined) return known;
    // Should the edges run in a circle, nothing on it is settled.
    this.known.set(port, false);
    const settled = (this.targets.get(port) ?? []).some(
      (node) => this.told.has(node) || (this.parting.has(node) && this.allBut(node, '')),
    );
    this.known.set(port, settled);
    return settled;
  }
}
