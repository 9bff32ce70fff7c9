import { z } from 'zod';
import { points } from '../ir/build-expression';
import { all, not } from '../ir/build-predicate';
import { wording } from '../sentence/describe';
import { spaced } from '../sentence/spaced';
import { defineNode } from './node';
import { bandPhrase, bandPorts, bands, belowPhrase, reaching } from './score-bands';
import { compileTerm } from './score-term';
import { valueRow } from './value-row';

export const score = defineNode({
  type: 'score',
  parts: true,
  kinds: ['tag', 'segment', 'layering'],
  group: 'conditions',
  icon: 'gauge',
  label: { zh: '打分', en: 'Score' },
  help: {
    zh: '满足条件得分，按数值折算成分，或按数值排在第几档给分，加起来落在哪一档就从哪一档出去，例如近 90 天下单次数至少 3 记 30 分、每次分享记 2 分、消费金额按五等分最多记 40 分，80 分以上是 KOC。',
    en: 'Adds points for conditions that hold, for numbers, and for the grade that a number falls into, and lets each member out by the band the sum falls into, e.g. 30 for at least 3 orders in 90 days, 2 for every share, up to 40 by fifths of the amount spent, KOC from 80.',
  },
  params: z.strictObject({
    /** Read one by one, so that a mistake is told at its own field. */
    terms: z.array(z.unknown()).min(1).max(30),
    bands,
  }),
  initial: { terms: [], bands: [] },
  form: [
    { param: 'terms', input: 'terms', label: { zh: '得分项', en: 'Points' } },
    { param: 'bands', input: 'bands', label: { zh: '分档', en: 'Bands' } },
  ],
  inputs: () => [{ id: 'in', label: { zh: '进入', en: 'In' } }],
  outputs: ({ bands: drafted }) => bandPorts(drafted),
  compile(params, { in: incoming }, walk) {
    const terms = params.terms.map((term, i) => compileTerm(term, `terms.${i}`, incoming, walk));
    const known = terms.filter((term) => term !== null);
    if (known.length < terms.length || !incoming) return null;
    const { name, report, environment } = walk;
    const total = points(known.flatMap(({ terms: parts }) => parts));
    const describe = wording(environment);
    const reached = params.bands.map((band) => reaching(total, band));
    const subject = {
      ...nameless,
      value: total,
      label: { zh: `“${name.zh}”得分`, en: `“${name.en}”` },
      personal: known.some(({ personal }) => personal),
    };
    for (const [i, predicate] of reached.entries()) {
      const from = describe.amount(params.bands[i]?.from ?? 0, null, false);
      const relation = { zh: spaced`至少${from.zh}`, en: `is at least ${from.en}` };
      report.rows.push(valueRow(report.node, `bands.${i}`, subject, predicate, relation));
    }
    const parts = known.map(({ told }) => told);
    return {
      outputs: {
        ...Object.fromEntries(
          params.bands.map(({ id }, i) => [
            id,
            all([incoming, ...reached.slice(i, i + 1), ...reached.slice(0, i).slice(-1).map(not)]),
          ]),
        ),
        below: all([incoming, ...reached.slice(-1).map(not)]),
      },
      phrases: {
        ...Object.fromEntries(
          params.bands.map((band, i) => [
            band.id,
            { text: bandPhrase(subject.label, band, params.bands[i - 1], describe), joined: null },
          ]),
        ),
        below: { text: belowPhrase(subject.label, params.bands, describe), joined: null, rest: true },
      },
      summary: {
        zh: parts.map((part) => part.zh).join('；'),
        en: parts.map((part) => part.en).join('; '),
      },
      aside: {
        zh: spaced`${subject.label.zh}：${parts.map((part) => part.zh).join('，')}`,
        en: `${subject.label.en} gives ${parts.map((part) => part.en).join(', ')}`,
      },
    };
  },
  examples: [
    {
      terms: [
        {
          points: 30,
          mode: 'all',
          rows: [
            {
              subject: {
                kind: 'event',
                eventType: 'order',
                fn: 'count',
                window: { kind: 'last', n: 90, unit: 'days' },
              },
              operator: 'atLeast',
              value: 3,
            },
          ],
        },
        {
          weight: 2,
          subject: {
            kind: 'event',
            eventType: 'share',
            fn: 'count',
            window: { kind: 'last', n: 90, unit: 'days' },
          },
        },
        {
          weight: 20,
          subject: { kind: 'field', path: 'attrs.points' },
          better: 'higher',
          by: 'quantile',
          groups: 4,
          cuts: [100, 300, 800],
        },
      ],
      bands: [
        { id: 'koc', name: 'KOC', from: 80 },
        { id: 'active', name: '活跃', from: 30 },
      ],
    },
  ],
});

const nameless = {
  types: ['number' as const],
  unit: null,
  whole: false,
  options: [],
  happening: null,
  missing: null,
};
