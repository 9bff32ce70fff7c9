import { draw } from '../graph/draw';
import { allTime, event, folders, row, when } from './parts';
import type { Template } from './template';

export const newCustomers: Template = {
  id: 'new-customers',
  kind: 'segment',
  label: { zh: '新客', en: 'New customers' },
  about: {
    zh: '首次下单在最近 30 天内，而且还没有第二单。送新人礼，引导入群和第二单。',
    en: 'First order within the last 30 days, and no second one yet. Newcomer’s benefits, an invitation to the group, a nudge to order again.',
  },
  key: 'new_customers',
  folder: folders.lifecycle,
  graph: draw(
    'segment',
    {
      all: { type: 'allMembers', at: [0, 0] },
      fresh: {
        ...when(row(event('order', 'first', allTime), 'withinLast', { n: 30, unit: 'days' })),
        at: [1, 0],
      },
      single: { ...when(row(event('order', 'distinctDays', allTime), 'equals', 1)), at: [2, 0] },
      out: { type: 'segmentOutput', at: [3, 0] },
    },
    ['all.out → fresh.in', 'fresh.matched → single.in', 'single.matched → out.in'],
  ),
};
