import type { Catalogue, EventType, Field, FieldType } from '../catalogue';
import { compileGraph } from '../compile/compile-graph';
import type { Environment } from '../compile/environment';
import { type DrawnNode, draw as drawAt } from '../graph/draw';
import type { Graph, GraphKind } from '../graph/graph';

type Extra = Partial<Pick<Field, 'unit' | 'options' | 'personal'>>;

function field(path: string, type: FieldType, zh: string, en: string, extra: Extra = {}): Field {
  return { path, type, label: { zh, en }, unit: null, options: [], personal: false, ...extra };
}

function byPath(fields: readonly Field[]): Record<string, Field> {
  return Object.fromEntries(fields.map((described) => [described.path, described]));
}

function event(type: string, zh: string, en: string, props: readonly Field[]): EventType {
  return { type, label: { zh, en }, props: byPath(props) };
}

/** A small shop: what the examples of nodes and the sentences of tests are about. */
export const shop: Catalogue = {
  fields: byPath([
    field('attrs.city', 'option', '城市', 'City', {
      options: [
        { value: 'sh', label: { zh: '上海', en: 'Shanghai' } },
        { value: 'hz', label: { zh: '杭州', en: 'Hangzhou' } },
        { value: '上海', label: { zh: '上海', en: 'Shanghai' } },
        { value: '杭州', label: { zh: '杭州', en: 'Hangzhou' } },
      ],
    }),
    field('attrs.name', 'text', '姓名', 'Name', { personal: true }),
    field('attrs.age', 'number', '年龄', 'Age', { unit: 'years' }),
    field('attrs.points', 'number', '积分', 'Points', { unit: 'points' }),
    field('attrs.birthday', 'day', '生日', 'Birthday', { personal: true }),
    field('attrs.inGroup', 'boolean', '在社群', 'In a group'),
    field('attrs.likes', 'list', '兴趣', 'Interests'),
  ]),
  eventTypes: {
    order: event('order', '下单', 'Order', [
      field('props.amount', 'money', '金额', 'Amount', { unit: 'CNY' }),
      field('props.category', 'option', '品类', 'Category'),
      field('props.dueAt', 'date', '送达时间', 'Due'),
    ]),
    share: event('share', '分享', 'Share', []),
  },
  tags: {
    frequency: {
      key: 'frequency',
      label: { zh: '购买频次', en: 'Purchase frequency' },
      values: [
        { value: 'high', label: { zh: '高频', en: 'Frequent' } },
        { value: 'low', label: { zh: '低频', en: 'Rare' } },
      ],
      storedAt: null,
    },
  },
  layerings: {
    rfm: {
      key: 'rfm',
      label: { zh: 'RFM', en: 'RFM' },
      values: [
        { value: 'champions', label: { zh: '重要价值', en: 'Champions' } },
        { value: 'new', label: { zh: '新客', en: 'New' } },
        { value: 'churned', label: { zh: '流失', en: 'Churned' } },
      ],
      storedAt: null,
      graph: draw(
        'layering',
        {
          all: ['allMembers'],
          old: [
            'condition',
            {
              mode: 'all',
              rows: [
                { subject: { kind: 'field', path: 'attrs.age' }, operator: 'atLeast', value: 60 },
                { subject: { kind: 'field', path: 'attrs.points' }, operator: 'atLeast', value: 1_000 },
              ],
            },
          ],
          young: [
            'condition',
            {
              mode: 'all',
              rows: [{ subject: { kind: 'field', path: 'attrs.age' }, operator: 'less', value: 30 }],
            },
          ],
          champions: ['layer', { layer: 'champions', color: 0 }],
          new: ['layer', { layer: 'new', color: 1 }],
          churned: ['fallbackLayer', { layer: 'churned', color: 9 }],
        },
        ['all.out → old.in', 'all.out → young.in', 'old.matched → champions.in', 'young.matched → new.in'],
      ),
    },
  },
  segments: {},
  lists: { june_event: { id: 'june_event', label: '六月活动', matched: 120 } },
};

export const shopClock = { asOf: Date.UTC(2026, 5, 30, 4), timeZone: 'Asia/Shanghai' };

export function shopEnvironment(changes: Partial<Environment> = {}): Environment {
  return { ...shopClock, catalogue: shop, bounds: new Map(), ...changes };
}

type Params = Record<string, unknown>;

/** A graph from a short notation: nodes as `id: [type, params]`, edges as `a.port → b.port`. */
export function draw(
  kind: GraphKind,
  nodes: Readonly<Record<string, readonly [type: string, params?: Params]>>,
  edges: readonly string[],
): Graph {
  const inARow = Object.entries(nodes).map(([id, [type, params = {}]], i): [string, DrawnNode] => [
    id,
    { type, params, at: [i, 0] },
  ]);
  return drawAt(kind, Object.fromEntries(inARow), edges);
}

/** A graph compiled in the shop. */
export function compiledInShop(graph: Graph, changes: Partial<Environment> = {}) {
  return compileGraph(graph, shopEnvironment(changes));
}

/** The segment “Shanghai”, to be referred to. */
export const shanghai = {
  key: 'high_value',
  label: { zh: '上海会员', en: 'Shanghai' },
  graph: draw(
    'segment',
    {
      all: ['allMembers'],
      city: [
        'condition',
        {
          mode: 'all',
          rows: [{ subject: { kind: 'field', path: 'attrs.city' }, operator: 'equals', value: 'sh' }],
        },
      ],
      out: ['segmentOutput'],
    },
    ['all.out → city.in', 'city.matched → out.in'],
  ),
};
