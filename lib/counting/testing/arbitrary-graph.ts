import fc from 'fast-check';
import { type DrawnNode, draw, findNodeType, type Graph } from '@/rules-engine/index';

/** Drawings over the demo workspace: every type of node, joined up at random, and two values or layers at the end. */
export function arbitraryGraph(kind: 'tag' | 'layering' = 'tag'): fc.Arbitrary<Graph> {
  return fc.array(fc.record({ step: stepOf(kind), picks }), { minLength: 3, maxLength: 9 }).map((steps) => {
    const nodes: Record<string, DrawnNode> = { all: { type: 'allMembers', at: [0, 0] } };
    const edges: string[] = [];
    const ports = ['all.out'];
    for (const [i, { step: drawn, picks: chosen }] of [...steps, ...outputs[kind]].entries()) {
      const id = `n${i}`;
      const node: DrawnNode = { ...drawn, at: [i + 1, 0] };
      const type = findNodeType(node.type);
      const params = node.params ?? {};
      for (const [j, { id: port }] of (type?.inputs(params) ?? []).entries()) {
        for (const pick of new Set(chosen.slice(j, j + 2).map((n) => n % ports.length))) {
          edges.push(`${ports[pick]} → ${id}.${port}`);
        }
      }
      nodes[id] = node;
      ports.push(...(type?.outputs(params) ?? []).map((port) => `${id}.${port.id}`));
    }
    return draw(kind, nodes, edges);
  });
}

type Step = Omit<DrawnNode, 'at'>;

/** Which earlier ports lead into a node: two for each of its inputs, which may be the same. */
const picks = fc.array(fc.nat(1_000), { minLength: 4, maxLength: 4 });

const outputs: Record<'tag' | 'layering', { step: Step; picks: number[] }[]> = {
  tag: [
    { step: { type: 'tagValue', params: { value: 'first' } }, picks: [7, 12] },
    { step: { type: 'tagValue', params: { value: 'second' } }, picks: [5, 3] },
  ],
  layering: [
    { step: { type: 'fallbackLayer', params: { layer: 'rest', color: 9 } }, picks: [] },
    { step: { type: 'layer', params: { layer: 'first', color: 0 } }, picks: [7, 12] },
    { step: { type: 'layer', params: { layer: 'second', color: 1 } }, picks: [5, 3] },
  ],
};

const field = (path: string) => ({ kind: 'field', path });
const event = (eventType: string, fn: string, more: Record<string, unknown> = {}) => ({
  kind: 'event',
  eventType,
  fn,
  window: { kind: 'allTime' },
  ...more,
});
const last = (n: number, unit = 'days') => ({ window: { kind: 'last', n, unit } });
const amount = { property: 'props.amount' };
const row = (subject: unknown, operator: string, value?: unknown) =>
  value === undefined ? { subject, operator } : { subject, operator, value };

const rows = [
  row(field('attrs.city'), 'oneOf', ['上海', '杭州', '成都']),
  row(field('attrs.gender'), 'isEmpty'),
  row(field('attrs.age'), 'between', { from: 25, to: 40 }),
  row(field('attrs.birthday'), 'birthdayWithin', 45),
  row(field('attrs.birthday'), 'betweenDates', { from: '1985-03-01', to: '1999-12-31' }),
  row(field('attrs.birthday'), 'moreThanAgo', { n: 30, unit: 'years' }),
  row(field('attrs.interests'), 'hasAny', ['beauty', 'pets']),
  row(field('attrs.inGroup'), 'isTrue'),
  row(field('attrs.name'), 'startsWith', '王'),
  row(field('attrs.registeredAt'), 'withinLast', { n: 300, unit: 'days' }),
  row(event('order', 'count'), 'atLeast', 3),
  row(event('order', 'distinctDays', last(180)), 'atLeast', 2),
  row(event('order', 'sum', { ...amount, ...last(365) }), 'greater', 50_000),
  row(event('order', 'mean', amount), 'less', 20_000),
  row(event('order', 'daysSinceLast'), 'atMost', 120),
  row(event('order', 'meanDaysBetween'), 'atMost', 60),
  row(event('order', 'last'), 'withinLast', { n: 90, unit: 'days' }),
  row(
    event('order', 'count', {
      where: { mode: 'all', rows: [row(field('props.category'), 'oneOf', ['skincare', 'makeup'])] },
    }),
    'did',
  ),
  row(event('visit', 'count', last(30)), 'didNot'),
  row(event('share', 'max', { property: 'props.reach' }), 'atLeast', 5),
  row({ kind: 'segment', key: 'high_value' }, 'inSegment'),
  row({ kind: 'list', id: 'fair' }, 'notOnList'),
  row({ kind: 'tag', key: 'tier' }, 'hasTag'),
  row({ kind: 'layering', key: 'stage' }, 'inLayer', ['active', 'silent']),
];

const numbers = [
  field('attrs.points'),
  field('attrs.followers'),
  event('order', 'sum', { ...amount, ...last(365) }),
  event('order', 'count'),
  event('visit', 'count', last(60)),
];

const group = fc.record({
  mode: fc.constantFrom('all', 'any'),
  rows: fc.subarray(rows, { minLength: 1, maxLength: 3 }),
});
const subject = fc.constantFrom(...numbers);

const cut = (value: number) =>
  fc.record({
    by: fc.constant('number'),
    value: fc.constant(value),
    ties: fc.constantFrom('better', 'worse'),
  });

const params: Readonly<Record<string, fc.Arbitrary<Record<string, unknown>>>> = {
  allMembers: fc.constant({}),
  segment: fc.constant({ key: 'high_value' }),
  tag: fc.constantFrom({ key: 'tier', values: [] }, { key: 'tier', values: ['gold'] }),
  layering: fc.constant({ key: 'stage', layers: ['active'] }),
  nearLayer: fc.record({
    key: fc.constant('stage'),
    from: fc.constantFrom('silent', 'active'),
    to: fc.constantFrom('active', 'silent'),
    ease: fc.constantFrom(10, 60),
  }),
  list: fc.constant({ id: 'fair' }),
  condition: group,
  score: fc.record({
    terms: fc.tuple(group, subject).map(([{ mode, rows: tested }, weighted]) => [
      { points: 30, mode, rows: tested },
      { weight: 0.5, subject: weighted },
      { weight: 40, subject: weighted, better: 'lower', by: 'bands', groups: 3, cuts: [2, 300] },
    ]),
    bands: fc.constant([
      { id: 'high', name: 'High', from: 60 },
      { id: 'middle', name: 'Middle', from: 10 },
    ]),
  }),
  quantiles: fc.record({ subject, groups: fc.constant(3), cuts: fc.constantFrom([1, 4], [100, 20_000]) }),
  rfm: fc.record({
    subject: fc.constant(event('order', 'sum', { ...amount, ...last(365) })),
    recency: cut(60),
    frequency: cut(3),
    monetary: cut(40_000),
  }),
  allOf: fc.constant({ inputs: 2 }),
  anyOf: fc.constant({}),
  minus: fc.constant({}),
  sample: fc.record({ percent: fc.constantFrom(10, 33.33), offset: fc.constantFrom(0, 25) }),
  topN: fc.record({
    n: fc.constantFrom(1, 17, 90),
    subject,
    direction: fc.constantFrom('highest', 'lowest'),
  }),
};

/** Types that steps are made of; a test holds them against the registry. */
export const drawnTypes = Object.keys(params);

function stepOf(kind: 'tag' | 'layering'): fc.Arbitrary<Step> {
  const fitting = Object.entries(params).filter(([type]) => findNodeType(type)?.kinds.includes(kind));
  return fc.oneof(...fitting.map(([type, of]) => of.map((given): Step => ({ type, params: given }))));
}
