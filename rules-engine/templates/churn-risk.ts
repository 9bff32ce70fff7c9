import { draw } from '../graph/draw';
import { allTime, event, folders, last, row, when } from './parts';
import type { Template } from './template';

const lastOrder = event('order', 'last', allTime);

export const churnRisk: Template = {
  id: 'churn-risk',
  kind: 'segment',
  label: { zh: '预流失会员', en: 'At risk of churn' },
  about: {
    zh: '以前常买，最近 60 到 180 天没有下单。趁还记得你，用关怀和权益拉回来。',
    en: 'Used to buy regularly, and hasn’t ordered for 60 to 180 days. Win them back with care and a benefit while they remember you.',
  },
  key: 'churn_risk',
  folder: folders.lifecycle,
  graph: draw(
    'segment',
    {
      all: { type: 'allMembers', at: [0, 0] },
      regular: { ...when(row(event('order', 'count', last(18, 'months')), 'atLeast', 3)), at: [1, 0] },
      quiet: {
        ...when(
          row(lastOrder, 'moreThanAgo', { n: 60, unit: 'days' }),
          row(lastOrder, 'withinLast', { n: 180, unit: 'days' }),
        ),
        at: [2, 0],
      },
      out: { type: 'segmentOutput', at: [3, 0] },
    },
    ['all.out → regular.in', 'regular.matched → quiet.in', 'quiet.matched → out.in'],
  ),
};
