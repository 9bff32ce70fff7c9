import { rfmCells } from '../../nodes/rfm-cells';
import { firstChoices } from '../../rfm/choices';
import { faceOf, noEvents, outsideLayer } from '../../rfm/faces';
import { rfmGraph } from '../../rfm/rfm-graph';
import { folders } from '../parts';
import type { Template } from '../template';

const typed = (value: number) => ({ by: 'number', value, ties: 'better' }) as const;

/** The wizard's drawing with numbers in the place of computed cuts, so that it counts at once. */
const choices = {
  ...firstChoices('order', 'props.amount'),
  cuts: { recency: typed(60), frequency: typed(3), monetary: typed(50_000) },
};

export const rfmEight: Template = {
  id: 'rfm-eight',
  kind: 'layering',
  label: { zh: 'RFM 八格', en: 'RFM in eight cells' },
  about: {
    zh: '按最近一次下单的远近、次数和金额的高低分八格：60 天内为近，至少 3 单为高频，至少 500 元为高额。一年内没下过单的不进八格：以前买过的是久未下单，从没买过的是从未下单，做法不同。要按均值、中位数或分位数来分，请用 RFM 向导。',
    en: 'Eight cells by how recent, how often and how much: near within 60 days, often from 3 orders, much from ¥500. Those without an order in a year are in no cell: who ordered before is apart from who never did. To cut by means, medians or quantiles use the RFM wizard.',
  },
  key: 'rfm',
  folder: folders.layers,
  graph: rfmGraph(choices, 'zh'),
  notes: Object.fromEntries(
    [...rfmCells.map(({ id }) => id), outsideLayer(choices) ?? noEvents, noEvents].map((value) => [
      value,
      {
        strategy: {
          zh: faceOf(value, choices, 'zh').strategy,
          en: faceOf(value, choices, 'en').strategy,
        },
      },
    ]),
  ),
};
