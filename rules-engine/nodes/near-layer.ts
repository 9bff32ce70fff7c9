import { z } from 'zod';
import { lookUp } from '../catalogue';
import { all } from '../ir/build-predicate';
import { eased } from '../ir/ease';
import { tagValueText } from '../operators/operand';
import { spaced } from '../sentence/spaced';
import type { Text } from '../text';
import { defineNode } from './node';

export const nearLayer = defineNode({
  type: 'nearLayer',
  kinds: ['tag', 'segment'],
  group: 'sources',
  icon: 'trending-up',
  label: { zh: '接近升层的会员', en: 'Members close to a layer' },
  help: {
    zh: '从某一层里最接近另一层的会员开始：把那一层的数字和日期门槛放宽这么多，就能进去的人。按分层已发布的规则当场判断，所以总是最新的。例如再多下一单就到“重要价值”的会员。',
    en: 'Starts with the members of one layer that are close to another: those who would be in it if its bounds on numbers and dates were eased by so much. Judged by the layering’s published rule on the spot, so it is always current. E.g. those who are one order short of the champions.',
  },
  params: z.strictObject({
    key: z.string().min(1).max(200),
    from: tagValueText,
    to: tagValueText,
    /** Percent by which the bounds are eased. */
    ease: z.number().min(1).max(100),
  }),
  initial: { key: '', from: '', to: '', ease: 25 },
  form: [
    { param: 'key', input: 'layering', label: { zh: '分层', en: 'Layering' } },
    { param: 'from', input: 'layer', layeringParam: 'key', label: { zh: '现在在', en: 'Now in' } },
    { param: 'to', input: 'layer', layeringParam: 'key', label: { zh: '接近', en: 'Close to' } },
    {
      param: 'ease',
      input: 'number',
      label: { zh: '门槛放宽', en: 'Bounds eased by' },
      min: 1,
      max: 100,
      step: 1,
      unit: { zh: '%', en: '%' },
    },
  ],
  inputs: () => [],
  outputs: () => [{ id: 'out', label: { zh: '会员', en: 'Members' } }],
  compile({ key, from, to, ease }, _, walk) {
    const layers = walk.layering(key, 'key');
    if (!layers) return null;
    const [is, wanted] = [from, to].map((value) => layers.find((layer) => layer.value === value));
    if (!is) return walk.report.error('unknown-option', 'from', unknownLayer(from));
    if (!wanted) return walk.report.error('unknown-option', 'to', unknownLayer(to));
    const { catalogue } = walk.environment;
    const layering = lookUp(catalogue.layerings, key)?.label ?? { zh: key, en: key };
    const text = {
      zh: spaced`分层“${layering.zh}”在“${is.label.zh}”，门槛放宽${ease}% 就到“${wanted.label.zh}”`,
      en: `in “${is.label.en}” of layering “${layering.en}”, and in “${wanted.label.en}” if its bounds were ${ease}% easier`,
    };
    const days = new Set(
      Object.keys(catalogue.fields).filter((path) => catalogue.fields[path]?.type === 'day'),
    );
    const easing = { share: ease / 100, clock: walk.environment, days };
    const predicate = all([is.predicate, eased(wanted.members, easing)]);
    walk.report.rows.push({
      ...nothingToShow,
      node: walk.report.node,
      predicate,
      phrase: text,
      relation: text,
    });
    return {
      outputs: { out: predicate },
      phrases: { out: { text, joined: null } },
      summary: text,
    };
  },
  examples: [{ key: 'rfm', from: 'new', to: 'champions', ease: 25 }],
});

const nothingToShow = {
  param: '',
  value: null,
  type: null,
  unit: null,
  money: false,
  personal: false,
} as const;

const unknownLayer = (layer: string): Text => ({
  zh: `这个分层没有层级“${layer}”。`,
  en: `The layering has no layer “${layer}”.`,
});
