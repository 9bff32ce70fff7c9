import fc from 'fast-check';
import type { Graph, GraphEdge, GraphNode } from '@/rules-engine/index';
import type { Command, ParamPath } from '../command';
import type { Step } from '../journal';

/** Few ids, so that commands meet each other: they name what is there, what is gone and what never was. */
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const port = fc.constantFrom('out', 'in', 'matched');
const coordinate = fc.integer({ min: -500, max: 500 });
const value = fc.oneof(fc.string({ maxLength: 4 }), fc.integer(), fc.constant(null), fc.constant([1, 'x']));

const node: fc.Arbitrary<GraphNode> = fc.record(
  {
    id,
    type: fc.constantFrom('allMembers', 'condition', 'tagValue'),
    position: fc.record({ x: coordinate, y: coordinate }),
    params: fc.dictionary(fc.constantFrom('value', 'rows', 'mode'), value, { maxKeys: 3 }),
    name: fc.string({ maxLength: 5 }),
  },
  { requiredKeys: ['id', 'type', 'position', 'params'] },
);

const edge: fc.Arbitrary<GraphEdge> = fc.record({
  id: fc.constantFrom('e1', 'e2', 'e3', 'e4'),
  source: id,
  sourcePort: port,
  target: id,
  targetPort: port,
});

const path: fc.Arbitrary<ParamPath> = fc.array(
  fc.oneof(fc.constantFrom('value', 'rows', 'deep'), fc.integer({ min: 0, max: 2 })),
  { minLength: 1, maxLength: 3 },
);

export const arbitraryGraph: fc.Arbitrary<Graph> = fc
  .record({
    nodes: fc.uniqueArray(node, { selector: (item) => item.id, maxLength: 4 }),
    edges: fc.uniqueArray(edge, { selector: (item) => item.id, maxLength: 4 }),
  })
  .map(({ nodes, edges }) => ({ kind: 'tag', schemaVersion: 1, nodes, edges }));

export const arbitraryCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    do: fc.constant('add' as const),
    nodes: fc.array(node, { maxLength: 3 }),
    edges: fc.array(edge, { maxLength: 3 }),
  }),
  fc.record({
    do: fc.constant('remove' as const),
    nodes: fc.array(id, { maxLength: 2 }),
    edges: fc.array(fc.constantFrom('e1', 'e2', 'e3'), { maxLength: 2 }),
  }),
  fc.record({
    do: fc.constant('move' as const),
    to: fc.dictionary(id, fc.record({ x: coordinate, y: coordinate }), { maxKeys: 3 }),
  }),
  fc.record(
    { do: fc.constant('setParam' as const), node: id, path, value },
    { requiredKeys: ['do', 'node', 'path'] },
  ),
  fc.record(
    {
      do: fc.constant('describe' as const),
      node: id,
      name: fc.option(fc.string({ maxLength: 5 })),
      note: fc.option(fc.string({ maxLength: 5 })),
    },
    { requiredKeys: ['do', 'node'] },
  ),
  fc.record({ do: fc.constant('order' as const), node: id, index: fc.nat({ max: 6 }) }),
  arbitraryGraph.map(({ nodes, edges }) => ({ do: 'replace' as const, nodes, edges })),
);

export const arbitraryStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      step: fc.constant('do' as const),
      commands: fc.array(arbitraryCommand, { minLength: 1, maxLength: 3 }),
      target: fc.option(fc.constantFrom('param:a:value', 'move:a')),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ step: 'undo' as const }) },
  { weight: 2, arbitrary: fc.constant({ step: 'redo' as const }) },
  { weight: 1, arbitrary: fc.constant({ step: 'seal' as const }) },
);
