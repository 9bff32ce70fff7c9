import { z } from 'zod';
import type { TopBound } from '../compile/environment';
import { resolveNumeric } from '../compile/subject';
import { field, number } from '../ir/build-expression';
import { all, any, compare, not, present } from '../ir/build-predicate';
import type { Expression } from '../ir/expression';
import type { Predicate } from '../ir/predicate';
import { wording } from '../sentence/describe';
import { spaced } from '../sentence/spaced';
import { type CompiledNode, defineNode } from './node';
import { valueRow } from './value-row';

const most = 10_000_000;
const directions = {
  highest: { zh: '最高', en: 'highest' },
  lowest: { zh: '最低', en: 'lowest' },
} as const;

export const topN = defineNode({
  type: 'topN',
  parts: true,
  kinds: ['tag', 'segment', 'layering'],
  group: 'sets',
  icon: 'trophy',
  label: { zh: '取前 N 名', en: 'Top N' },
  help: {
    zh: '按一个数值排序，只取前 N 名，例如“近 365 天下单金额合计最高的 1,000 名”。并列时按会员序号取；没有这个数值的会员不会入选。',
    en: 'Orders by a number and keeps the first N, e.g. the 1,000 with the highest total order amount in the last 365 days. Ties go by the member’s number; members without a value are never among them.',
  },
  params: z.strictObject({
    n: z.int().min(1).max(most),
    subject: z.unknown(),
    direction: z.enum(['highest', 'lowest']),
  }),
  initial: { n: 100, direction: 'highest' },
  form: [
    { param: 'n', input: 'number', label: { zh: '人数', en: 'Members' }, min: 1, max: most, step: 1 },
    { param: 'subject', input: 'subject', label: { zh: '按什么排', en: 'Ordered by' } },
    {
      param: 'direction',
      input: 'choice',
      label: { zh: '取哪一头', en: 'Keep the' },
      options: [
        { value: 'highest', label: directions.highest },
        { value: 'lowest', label: directions.lowest },
      ],
    },
  ],
  inputs: () => [{ id: 'in', label: { zh: '进入', en: 'In' } }],
  outputs: () => [
    { id: 'top', label: { zh: '前 N 名', en: 'Top' } },
    { id: 'rest', label: { zh: '其余', en: 'The rest' } },
  ],
  compile({ n, subject, direction }, { in: incoming }, walk): CompiledNode | null {
    const { report, environment } = walk;
    const found = resolveNumeric(subject, 'subject', walk, incoming);
    if (!found || !incoming) return null;
    // A segment is the same wherever it is used: its questions are told apart from ours by its key.
    const key = `${walk.inside ?? ''}/${report.node}`;
    const count = wording(environment).amount(n, null, false);
    const { zh, en } = directions[direction];
    const text = {
      zh: spaced`${found.label.zh}${zh}的${count.zh}名`,
      en: `${count.en} with the ${en} ${found.label.en}`,
    };
    const words: Omit<CompiledNode, 'outputs'> = {
      phrases: {
        top: { text: { zh: spaced`在${text.zh}里`, en: `among the ${text.en}` }, joined: null },
        rest: {
          text: { zh: spaced`不在${text.zh}里`, en: `not among the ${text.en}` },
          joined: null,
          rest: true,
        },
      },
      summary: { zh: text.zh, en: `The ${text.en}` },
    };
    const bound = environment.bounds.get(key);
    if (bound === undefined) {
      report.needs.push({ key, node: report.node, members: incoming, value: found.value, n, direction });
      // What is asked can be said before it is answered.
      return { outputs: {}, ...words };
    }
    const kept = upTo(bound, found.value, direction);
    report.rows.push(
      valueRow(report.node, 'subject', found, kept, {
        zh: spaced`在${zh}的${count.zh}名里`,
        en: `is among the ${count.en} ${en}`,
      }),
    );
    return {
      outputs: { top: all([incoming, kept]), rest: all([incoming, not(kept)]) },
      ...words,
    };
  },
  examples: [
    {
      n: 1_000,
      subject: {
        kind: 'event',
        eventType: 'order',
        fn: 'sum',
        property: 'props.amount',
        window: { kind: 'last', n: 365, unit: 'days' },
      },
      direction: 'highest',
    },
  ],
});

/** Those with a better value than the last one kept, and of those with the same value the ones before it. */
function upTo(bound: TopBound | null, value: Expression, direction: 'highest' | 'lowest'): Predicate {
  if (bound === null) return present(value);
  const last = number(bound.value);
  return any([
    compare(direction === 'highest' ? 'gt' : 'lt', value, last),
    all([compare('eq', value, last), compare('lte', field('ord', 'number'), number(bound.ord))]),
  ]);
}
