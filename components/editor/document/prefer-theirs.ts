import type { Graph } from '@/rules-engine/index';

/** My drawing with some nodes as the other side has them, edges at them included; a node that they removed goes. */
export function preferTheirs(mine: Graph, theirs: Graph, ids: ReadonlySet<string>): Graph {
  const theirNodes = new Map(theirs.nodes.map((node) => [node.id, node]));
  const here = new Set(mine.nodes.map((node) => node.id));
  const nodes = [
    ...mine.nodes.flatMap((node) => (ids.has(node.id) ? (theirNodes.get(node.id) ?? []) : node)),
    ...theirs.nodes.filter((node) => ids.has(node.id) && !here.has(node.id)),
  ];
  const left = new Set(nodes.map((node) => node.id));
  const touches = ({ source, target }: Graph['edges'][number]) => ids.has(source) || ids.has(target);
  const edges = [...mine.edges.filter((edge) => !touches(edge)), ...theirs.edges.filter(touches)];
  const taken = new Set<string>();
  return {
    ...mine,
    nodes,
    edges: edges.filter(({ id, source, target }) => {
      const fits = left.has(source) && left.has(target) && !taken.has(id);
      taken.add(id);
      return fits;
    }),
  };
}
