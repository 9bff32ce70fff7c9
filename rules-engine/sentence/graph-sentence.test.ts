import { describe, expect, test } from 'vitest';
import type { Environment } from '../compile/environment';
import type { Graph } from '../graph/graph';
import { compiledInShop, draw, shanghai, shop } from '../testing/shop';
import { graphSentence, plainSentence } from './graph-sentence';

const recent = { kind: 'last', n: 90, unit: 'days' };
const ever = { kind: 'allTime' };

function orders(fn: string, window: unknown = ever, more: Record<string, unknown> = {}) {
  return { kind: 'event', eventType: 'order', fn, window, ...more };
}

function row(subject: unknown, operator: string, value?: unknown) {
  return { subject, operator, value };
}

function field(path: string) {
  return { kind: 'field', path };
}

function when(mode: 'all' | 'any', ...rows: unknown[]): ['condition', Record<string, unknown>] {
  return ['condition', { mode, rows }];
}

function say(graph: Graph, changes: Partial<Environment> = {}) {
  const catalogue = { ...shop, segments: { [shanghai.key]: shanghai } };
  return graphSentence(graph, compiledInShop(graph, { catalogue, ...changes }));
}

function sentenceOf(asked: unknown) {
  const graph = draw('segment', { all: ['allMembers'], c: when('all', asked), out: ['segmentOutput'] }, [
    'all.out → c.in',
    'c.matched → out.in',
  ]);
  return plainSentence(say(graph));
}

const loyal = draw(
  'segment',
  {
    all: ['allMembers'],
    often: when(
      'all',
      row(orders('distinctDays'), 'atLeast', 4),
      row(orders('sum', ever, { property: 'props.amount' }), 'atLeast', 20_000),
    ),
    lately: when('all', row(orders('last'), 'withinLast', { n: 180, unit: 'days' })),
    out: ['segmentOutput'],
  },
  ['all.out → often.in', 'often.matched → lately.in', 'lately.matched → out.in'],
);

describe('a segment', () => {
  test('is told in one sentence, without a stop', () => {
    expect(plainSentence(say(loyal))).toEqual({
      zh: '下单天数至少 4，且下单金额合计至少 ¥200，且最近一次下单时间在最近 180 天内',
      en: 'Number of order days is at least 4 and total order amount is at least ¥200, and last order is within the last 180 days',
    });
  });

  test('has a clause for each node that says something', () => {
    const { zh, en } = say(loyal);
    expect(zh.map(({ node }) => node)).toEqual(['often', null, 'lately']);
    expect(en.map(({ node }) => node)).toEqual(['often', null, 'lately']);
  });

  test('brackets what is joined the other way, and says what a sale has to be', () => {
    const graph = draw(
      'segment',
      {
        all: ['allMembers'],
        c: when(
          'any',
          row(
            orders('count', recent, {
              where: {
                mode: 'any',
                rows: [
                  row(field('props.amount'), 'atLeast', 10_000),
                  row(field('props.category'), 'equals', 'Shoes'),
                ],
              },
            }),
            'atLeast',
            3,
          ),
          {
            mode: 'all',
            rows: [
              row(field('attrs.city'), 'oneOf', ['sh', 'hz']),
              row(field('attrs.age'), 'between', { from: 20, to: 30 }),
            ],
          },
          row(orders('count', recent), 'didNot'),
        ),
        out: ['segmentOutput'],
      },
      ['all.out → c.in', 'c.notMatched → out.in'],
    );
    expect(plainSentence(say(graph))).toEqual({
      zh: '不满足（近 90 天（金额至少 ¥100，或品类是 Shoes）下单次数至少 3，或（城市是上海或杭州，且年龄介于 20 岁和 30 岁之间），或没有近 90 天下单记录）',
      en: 'Not (order count (Amount is at least ¥100 or Category is Shoes) in the last 90 days is at least 3, (City is Shanghai or Hangzhou and Age is between 20 years and 30 years) or no order in the last 90 days)',
    });
  });

  test('tells sets that are united, cut out, drawn and ranked', () => {
    const graph = draw(
      'segment',
      {
        all: ['allMembers'],
        t: [
          'topN',
          { n: 1_000, subject: orders('sum', recent, { property: 'props.amount' }), direction: 'highest' },
        ],
        s: ['sample', { percent: 10 }],
        tagged: ['tag', { key: 'frequency', values: ['high', 'low'] }],
        either: ['anyOf'],
        group: when('all', row(field('attrs.inGroup'), 'isTrue')),
        both: ['allOf', { inputs: 2 }],
        list: ['list', { id: 'june_event' }],
        less: ['minus'],
        out: ['segmentOutput'],
      },
      [
        'all.out → t.in',
        't.top → s.in',
        's.rest → either.in',
        'tagged.out → either.in',
        'either.out → both.in1',
        'all.out → group.in',
        'group.matched → both.in2',
        'both.out → less.from',
        'list.out → less.without',
        'less.out → out.in',
      ],
    );
    const bounds = new Map([['/t', { value: 100, ord: 1 }]]);
    expect(plainSentence(say(graph, { bounds }))).toEqual({
      zh: '（（在近 90 天下单金额合计最高的 1,000 名里，且不在固定抽取的 10% 里），或标签“购买频次”是高频或低频），且在社群为“是”，但不包括在名单“六月活动”中',
      en: '((among the 1,000 with the highest total order amount in the last 90 days, and not in a fixed random 10%), or tag “Purchase frequency” is Frequent or Rare), and In a group is yes, but not on the list “六月活动”',
    });
  });

  test('says once what united branches have in common, and nothing of a fork that joins again', () => {
    const graph = draw(
      'segment',
      {
        src: ['segment', { key: shanghai.key }],
        fork: when('all', row(field('attrs.inGroup'), 'isTrue')),
        a: when('all', row(field('attrs.age'), 'atLeast', 60)),
        b: when('all', row(field('attrs.points'), 'less', 5)),
        out: ['segmentOutput'],
      },
      [
        'src.out → fork.in',
        'fork.matched → a.in',
        'fork.notMatched → a.in',
        'src.out → b.in',
        'a.matched → out.in',
        'b.matched → out.in',
      ],
    );
    expect(plainSentence(say(graph)).zh).toBe('属于分群“上海会员”，且（年龄至少 60 岁，或积分小于 5 分）');
  });

  test.each([
    ['attrs.city', 'notEquals', 'sh', '城市不是上海（含未填写）', 'City is not Shanghai (or not known)'],
    ['attrs.city', 'equals', 'sh', '城市是上海', 'City is Shanghai'],
    [
      'attrs.likes',
      'hasNone',
      ['茶'],
      '兴趣不包含茶（含未填写）',
      'Interests don’t include 茶 (or not known)',
    ],
    ['attrs.age', 'isEmpty', undefined, '年龄为空', 'Age is empty'],
    ['attrs.inGroup', 'isFalse', undefined, '在社群为“否”', 'In a group is no'],
  ])('says of %s %s %j whether those without it are in', (path, operator, value, zh, en) => {
    expect(sentenceOf(row(field(path), operator, value))).toEqual({ zh, en });
  });

  test.each([
    [
      orders('last'),
      'notWithinLast',
      { n: 90, unit: 'days' },
      '最近一次下单时间不在最近 90 天内（含没有记录）',
      'Last order is not within the last 90 days (or there is none)',
    ],
    [
      orders('count', recent),
      'notEquals',
      3,
      '近 90 天下单次数不等于 3',
      'Order count in the last 90 days is not 3',
    ],
    [
      { kind: 'tag', key: 'frequency' },
      'hasNoTagValue',
      ['high'],
      '标签“购买频次”不是高频（含没有这个标签）',
      'Tag “Purchase frequency” is not Frequent (or not tagged)',
    ],
    [
      { kind: 'tag', key: 'frequency' },
      'hasNoTag',
      undefined,
      '没有标签“购买频次”',
      'Doesn’t have the tag “Purchase frequency”',
    ],
    [
      { kind: 'layering', key: 'rfm' },
      'notInLayer',
      ['churned'],
      '分层“RFM”不在流失（含还没分层）',
      'Layering “RFM” is not Churned (or in no layer yet)',
    ],
    [
      { kind: 'list', id: 'june_event' },
      'notOnList',
      undefined,
      '不在名单“六月活动”中',
      'Not on the list “六月活动”',
    ],
    [
      { kind: 'formula', operator: '/', left: field('attrs.points'), right: field('attrs.age') },
      'notEquals',
      2,
      '（积分 ÷ 年龄）不等于 2（含算不出）',
      '(Points ÷ Age) is not 2 (or no result)',
    ],
    [
      {
        kind: 'formula',
        operator: '*',
        left: orders('count', recent),
        right: { kind: 'number', value: 2 },
      },
      'notEquals',
      2,
      '（近 90 天下单次数 × 2）不等于 2',
      '(order count in the last 90 days × 2) is not 2',
    ],
  ])('says of %j %s %j whether those without it are in', (subject, operator, value, zh, en) => {
    expect(sentenceOf(row(subject, operator, value))).toEqual({ zh, en });
  });

  test('is everyone when nothing is asked', () => {
    const graph = draw('segment', { all: ['allMembers'], out: ['segmentOutput'] }, ['all.out → out.in']);
    expect(plainSentence(say(graph))).toEqual({ zh: '所有会员', en: 'Every member' });
  });
});

describe('a tag', () => {
  const planned = (n: number) =>
    when(
      'all',
      row(
        orders('count', recent, {
          where: { mode: 'all', rows: [row(field('props.dueAt'), 'withinNext', { n, unit: 'days' })] },
        }),
        'did',
      ),
    );

  test('has a sentence for each value; a waterfall goes on with the others', () => {
    const graph = draw(
      'tag',
      {
        all: ['allMembers'],
        week: planned(7),
        month: planned(30),
        S: ['tagValue', { value: 'S' }],
        B: ['tagValue', { value: 'B', label: { zh: '有计划', en: 'Planned' } }],
        C: ['tagValue', { value: 'C' }],
      },
      [
        'all.out → week.in',
        'week.matched → S.in',
        'week.notMatched → month.in',
        'month.matched → B.in',
        'month.notMatched → C.in',
      ],
    );
    const sentence = say(graph);
    expect(plainSentence(sentence)).toEqual({
      zh: '“S”：有近 90 天（送达时间在今后 7 天内）下单记录。“有计划”：其余会员中，有近 90 天（送达时间在今后 30 天内）下单记录。“C”：其余会员。',
      en: '“S”: at least one order (Due is within the next 7 days) in the last 90 days. “Planned”: the others: at least one order (Due is within the next 30 days) in the last 90 days. “C”: the others.',
    });
    expect(sentence.zh.flatMap(({ node }) => node ?? [])).toEqual([
      'S',
      'week',
      'B',
      'week',
      'month',
      'C',
      'month',
    ]);
  });

  test('goes on with the others of a branch', () => {
    const graph = draw(
      'tag',
      {
        all: ['allMembers'],
        a: when('all', row(field('attrs.inGroup'), 'isTrue')),
        b: when('all', row(field('attrs.age'), 'atLeast', 60)),
        c: when('all', row(field('attrs.points'), 'atLeast', 1)),
        x: ['tagValue', { value: 'x' }],
        y: ['tagValue', { value: 'y' }],
        z: ['tagValue', { value: 'z' }],
      },
      [
        'all.out → a.in',
        'a.matched → b.in',
        'b.matched → x.in',
        'b.notMatched → c.in',
        'c.matched → y.in',
        'c.notMatched → z.in',
      ],
    );
    expect(plainSentence(say(graph))).toEqual({
      zh: '“x”：在社群为“是”，且年龄至少 60 岁。“y”：在社群为“是”，其余会员中，积分至少 1 分。“z”：在社群为“是”，其余会员。',
      en: '“x”: In a group is yes, and Age is at least 60 years. “y”: In a group is yes; the others: Points is at least 1 point. “z”: In a group is yes; the others.',
    });
  });

  test('doesn’t call those the others whose siblings have no value', () => {
    const graph = draw(
      'tag',
      {
        all: ['allMembers'],
        a: when('all', row(field('attrs.inGroup'), 'isTrue')),
        b: when('all', row(field('attrs.age'), 'atLeast', 60)),
        x: ['tagValue', { value: 'x' }],
        y: ['tagValue', { value: 'y' }],
      },
      ['all.out → a.in', 'a.matched → b.in', 'b.matched → x.in', 'a.notMatched → y.in'],
    );
    expect(plainSentence(say(graph)).zh).toBe(
      '“x”：在社群为“是”，且年龄至少 60 岁。“y”：不满足（在社群为“是”）。',
    );
  });

  test('says what a score is made of, and which value wins where two may fit', () => {
    const graph = draw(
      'tag',
      {
        all: ['allMembers'],
        sc: [
          'score',
          {
            terms: [
              { points: 30, mode: 'all', rows: [row(orders('count', recent), 'atLeast', 3)] },
              { weight: 0.001, subject: orders('sum', recent, { property: 'props.amount' }) },
            ],
            bands: [
              { id: 'koc', name: 'KOC', from: 80 },
              { id: 'fan', name: 'Fan', from: 30 },
            ],
          },
        ],
        q: ['quantiles', { subject: field('attrs.points'), groups: 2, cuts: [10] }],
        k: ['tagValue', { value: 'KOC' }],
        f: ['tagValue', { value: 'Fan' }],
        r: ['tagValue', { value: 'Rich' }],
      },
      ['all.out → sc.in', 'sc.koc → k.in', 'sc.fan → f.in', 'all.out → q.in', 'q.q2 → r.in'],
    );
    expect(plainSentence(say(graph))).toEqual({
      zh: '“KOC”：“打分”得分至少 80。“Fan”：“打分”得分至少 30 且小于 80。“Rich”：积分在最高的 1/2（至少 10 分）。同时符合几个值时取最前面的。“打分”得分：近 90 天下单次数至少 3 记 30 分，近 90 天下单金额合计每 ¥1 记 0.1 分。',
      en: '“KOC”: “Score” is at least 80. “Fan”: “Score” is at least 30 and less than 80. “Rich”: Points is in the highest 1/2 (at least 10 points). Where several fit, the first one counts. “Score” gives 30 points if order count in the last 90 days is at least 3, 0.1 points for each ¥1 of total order amount in the last 90 days.',
    });
  });
});

describe('a draft', () => {
  test('says what is asked of the population before it is answered', () => {
    const graph = draw(
      'segment',
      {
        all: ['allMembers'],
        t: ['topN', { n: 10, subject: orders('count', recent), direction: 'highest' }],
        c: when('all', row(field('attrs.age'), 'atLeast', 60)),
        out: ['segmentOutput'],
      },
      ['all.out → t.in', 't.top → c.in', 'c.matched → out.in'],
    );
    expect(plainSentence(say(graph))).toEqual({
      zh: '在近 90 天下单次数最高的 10 名里，且年龄至少 60 岁',
      en: 'Among the 10 with the highest order count in the last 90 days, and Age is at least 60 years',
    });
  });

  test('says what isn’t filled in', () => {
    const graph = draw('segment', { all: ['allMembers'], c: ['condition'], out: ['segmentOutput'] }, [
      'all.out → c.in',
      'c.matched → out.in',
    ]);
    expect(plainSentence(say(graph))).toEqual({
      zh: '“条件”（还没填好）',
      en: '“Condition” (not filled in yet)',
    });
  });

  test('says nothing while nothing is connected', () => {
    const graph = draw('segment', { all: ['allMembers'], out: ['segmentOutput'] }, []);
    expect(plainSentence(say(graph))).toEqual({ zh: '', en: '' });
  });

  test('stays short where a drawing forks and joins again and again', () => {
    const steps = Array.from({ length: 60 }, (_, i) => i);
    const graph = draw(
      'segment',
      {
        all: ['allMembers'],
        ...Object.fromEntries(
          steps.flatMap((i) => [
            [`a${i}`, when('all', row(field('attrs.age'), 'atLeast', i))],
            [`b${i}`, when('all', row(field('attrs.points'), 'less', i))],
          ]),
        ),
        out: ['segmentOutput'],
      },
      [
        'all.out → a0.in',
        'all.out → b0.in',
        ...steps
          .slice(1)
          .flatMap((i) => [
            `a${i - 1}.matched → a${i}.in`,
            `b${i - 1}.matched → a${i}.in`,
            `a${i - 1}.matched → b${i}.in`,
            `b${i - 1}.matched → b${i}.in`,
          ]),
        'a59.matched → out.in',
      ],
    );
    const started = performance.now();
    expect(plainSentence(say(graph)).zh.length).toBeLessThan(5_000);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
