import type { Graph } from '@/rules-engine/index';

type Row = { path: string; operator: string; value?: unknown };

const row = ({ path, operator, value }: Row) => ({ subject: { kind: 'field', path }, operator, value });

const condition = (id: string, x: number, mode: 'all' | 'any', rows: readonly Row[]) => ({
  id,
  type: 'condition',
  position: { x, y: 0 },
  params: { mode, rows: rows.map(row) },
});

const edge = (source: string, sourcePort: string, target: string, targetPort = 'in') => ({
  id: `${source}-${sourcePort}-${target}`,
  source,
  sourcePort,
  target,
  targetPort,
});

/** The graph of twelve nodes that counts are measured with: a decision tree that forks, joins and gives three values. */
export const benchGraph: Graph = {
  kind: 'tag',
  schemaVersion: 1,
  nodes: [
    { id: 'all', type: 'allMembers', position: { x: 0, y: 0 }, params: {} },
    condition('city', 300, 'all', [
      { path: 'attrs.city', operator: 'oneOf', value: ['上海', '杭州', '北京'] },
    ]),
    condition('age', 600, 'all', [{ path: 'attrs.age', operator: 'between', value: { from: 25, to: 45 } }]),
    condition('spent', 900, 'all', [{ path: 'attrs.spent', operator: 'atLeast', value: 100_000 }]),
    condition('active', 900, 'any', [
      { path: 'metrics.orders_90d', operator: 'atLeast', value: 3 },
      { path: 'attrs.inGroup', operator: 'isTrue' },
    ]),
    condition('interests', 1200, 'all', [
      { path: 'attrs.interests', operator: 'hasAny', value: ['香水', '母婴'] },
    ]),
    condition('women', 1200, 'all', [{ path: 'attrs.gender', operator: 'equals', value: 'F' }]),
    condition('points', 1500, 'all', [{ path: 'attrs.points', operator: 'greater', value: 2_000 }]),
    { id: 'high', type: 'tagValue', position: { x: 1800, y: 0 }, params: { value: 'high' } },
    { id: 'middle', type: 'tagValue', position: { x: 1800, y: 200 }, params: { value: 'middle' } },
    { id: 'low', type: 'tagValue', position: { x: 1800, y: 400 }, params: { value: 'low' } },
    { id: 'union', type: 'anyOf', position: { x: 1650, y: 100 }, params: {} },
  ],
  edges: [
    edge('all', 'out', 'city'),
    edge('city', 'matched', 'age'),
    edge('city', 'notMatched', 'active'),
    edge('age', 'matched', 'spent'),
    edge('age', 'notMatched', 'women'),
    edge('spent', 'matched', 'interests'),
    edge('spent', 'notMatched', 'points'),
    edge('active', 'matched', 'women'),
    edge('active', 'notMatched', 'low'),
    edge('interests', 'matched', 'high'),
    edge('interests', 'notMatched', 'union'),
    edge('points', 'matched', 'union'),
    edge('points', 'notMatched', 'low'),
    edge('women', 'matched', 'union'),
    edge('women', 'notMatched', 'low'),
    edge('union', 'out', 'middle'),
  ],
};
