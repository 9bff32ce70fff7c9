import { z } from 'zod';
import type { Graph } from '../graph/graph';
import { tagValueText } from '../operators/operand';
import type { Text } from '../text';
import { defineNode } from './node';
import { shownText } from './shown-text';

const params = z.strictObject({
  value: tagValueText,
  label: z.strictObject({ zh: shownText, en: shownText }).optional(),
});

/** The values that a tag's graph gives, in the order of its outputs; outputs that aren't filled in are left out. */
export function tagValues(graph: Graph): { value: string; label: Text }[] {
  return graph.nodes.flatMap((node) => {
    const read = node.type === tagValue.type ? params.safeParse(node.params) : null;
    return read?.success ? [{ value: read.data.value, label: shownAs(read.data) }] : [];
  });
}

function shownAs({ value, label }: z.infer<typeof params>): Text {
  return { zh: label?.zh || value, en: label?.en || value };
}

export const tagValue = defineNode({
  type: 'tagValue',
  valueParam: 'value',
  kinds: ['tag'],
  group: 'outputs',
  icon: 'tag',
  label: { zh: '标签值', en: 'Tag value' },
  help: {
    zh: '连到这里的会员得到这个值。会员满足多个值时，排在前面的优先。',
    en: 'The members that arrive here get this value. Where several fit, the one higher in the list wins.',
  },
  params,
  initial: { value: '' },
  form: [
    {
      param: 'value',
      input: 'text',
      label: { zh: '值', en: 'Value' },
      placeholder: { zh: '例如：高价值', en: 'e.g. high value' },
    },
    { param: 'label', input: 'localText', label: { zh: '显示名称', en: 'Shown as' } },
  ],
  inputs: () => [{ id: 'in', label: { zh: '成员', en: 'Members' } }],
  outputs: () => [],
  compile(params) {
    const label = shownAs(params);
    return {
      outputs: {},
      summary: { zh: `打上“${label.zh}”`, en: `Gets “${label.en}”` },
      result: { value: params.value, label },
    };
  },
  examples: [{ value: 'vip', label: { zh: '高价值', en: 'High value' } }],
});
