import { draw } from '../graph/draw';
import { event, folders, last, row, value, when } from './parts';
import type { Template } from './template';

const days = event('order', 'distinctDays', last(365, 'days'));

export const purchaseFrequency: Template = {
  id: 'purchase-frequency',
  kind: 'tag',
  label: { zh: '购买频次', en: 'Purchase frequency' },
  about: {
    zh: '按近一年有几天下过单，分成高频、中频、低频和未购。高频做会员权益，低频推复购券。',
    en: 'By the number of days with an order in the last year: frequent, occasional, once, none. Benefits for the frequent, coupons for a second order for the others.',
  },
  key: 'purchase_frequency',
  folder: folders.consumption,
  graph: draw(
    'tag',
    {
      all: { type: 'allMembers', at: [0, 0] },
      often: { ...when(row(days, 'atLeast', 6)), at: [1, 0] },
      sometimes: { ...when(row(days, 'atLeast', 2)), at: [2, 1] },
      once: { ...when(row(days, 'equals', 1)), at: [3, 2] },
      high: { ...value('high', '高频', 'Frequent'), at: [4, 0] },
      medium: { ...value('medium', '中频', 'Occasional'), at: [4, 1] },
      low: { ...value('low', '低频', 'Once'), at: [4, 2] },
      none: { ...value('none', '近一年未购', 'None this year'), at: [4, 3] },
    },
    [
      'all.out → often.in',
      'often.matched → high.in',
      'often.notMatched → sometimes.in',
      'sometimes.matched → medium.in',
      'sometimes.notMatched → once.in',
      'once.matched → low.in',
      'once.notMatched → none.in',
    ],
  ),
};
