import { z } from 'zod';
import { field, number } from '../ir/build-expression';
import { all, compare, not } from '../ir/build-predicate';
import { spaced } from '../sentence/spaced';
import { defineNode } from './node';

/** Buckets of members: a stable hash gives each member one, 0 to 9,999. */
const buckets = 10_000;

/** A share of members down to one bucket in ten thousand. */
const percent = z.number().refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, {
  params: { zh: '最多两位小数。', en: 'At most two decimals.' },
});

export const sample = defineNode({
  type: 'sample',
  parts: true,
  kinds: ['tag', 'segment', 'layering'],
  group: 'sets',
  icon: 'dices',
  label: { zh: '抽样', en: 'Sample' },
  help: {
    zh: '随机取一部分会员。同一个会员每次结果都一样，例如留 10% 作对照组；两个抽样要互不重叠，第二个的起点就填第一个的比例。',
    en: 'A random share of the members, the same ones every time, e.g. a control group of 10%. For a second sample without overlap, let it start where the first one ends.',
  },
  params: z
    .strictObject({ percent: percent.min(0.01).max(100), offset: percent.min(0).max(99.99).optional() })
    .refine((params) => params.percent + (params.offset ?? 0) <= 100 + 1e-9, {
      path: ['offset'],
      params: { zh: '起点加比例不能超过 100%。', en: 'Start and share can’t exceed 100% together.' },
    }),
  initial: { percent: 10 },
  form: [
    {
      param: 'percent',
      input: 'number',
      label: { zh: '比例', en: 'Share' },
      min: 0.01,
      max: 100,
      step: 0.01,
      unit: { zh: '%', en: '%' },
    },
    {
      param: 'offset',
      input: 'number',
      label: { zh: '起点', en: 'Start at' },
      help: { zh: '不填就从 0 开始。', en: 'From 0 when left empty.' },
      min: 0,
      max: 99.99,
      step: 0.01,
      unit: { zh: '%', en: '%' },
    },
  ],
  inputs: () => [{ id: 'in', label: { zh: '进入', en: 'In' } }],
  outputs: () => [
    { id: 'sampled', label: { zh: '抽中', en: 'Sampled' } },
    { id: 'rest', label: { zh: '其余', en: 'The rest' } },
  ],
  compile(params, { in: incoming }) {
    if (!incoming) return null;
    const bucket = field('bucket', 'number');
    const first = Math.round((params.offset ?? 0) * 100);
    const end = first + Math.round(params.percent * 100);
    const drawn = all([
      ...(first > 0 ? [compare('gte', bucket, number(first))] : []),
      ...(end < buckets ? [compare('lt', bucket, number(end))] : []),
    ]);
    const share = params.offset
      ? {
          zh: spaced`固定抽取的${params.percent}%（从第${params.offset}% 起）`,
          en: `a fixed random ${params.percent}% (from ${params.offset}% on)`,
        }
      : { zh: spaced`固定抽取的${params.percent}%`, en: `a fixed random ${params.percent}%` };
    const text = { zh: spaced`在${share.zh}里`, en: `in ${share.en}` };
    return {
      outputs: { sampled: all([incoming, drawn]), rest: all([incoming, not(drawn)]) },
      phrases: {
        sampled: { text, joined: null },
        rest: { text: { zh: spaced`不${text.zh}`, en: `not ${text.en}` }, joined: null, rest: true },
      },
      summary: share,
    };
  },
  examples: [{ percent: 10 }, { percent: 2.5, offset: 10 }],
});
