import { draw } from '../graph/draw';
import { allTime, event, folders, last, row, when } from './parts';
import type { Template } from './template';

const year = last(365, 'days');

export const highValue: Template = {
  id: 'high-value',
  kind: 'segment',
  label: { zh: '重要价值会员', en: 'Champions' },
  about: {
    zh: 'RFM 里的重要价值：最近下过单、下得多、花得多。配专属客服，请他们带新。',
    en: 'The champions of RFM: ordered lately, often and for much. Give them a service team of their own and ask for referrals.',
  },
  key: 'high_value',
  folder: folders.consumption,
  graph: draw(
    'segment',
    {
      all: { type: 'allMembers', at: [0, 0] },
      recency: { ...when(row(event('order', 'daysSinceLast', allTime), 'atMost', 60)), at: [1, 0] },
      frequency: { ...when(row(event('order', 'count', year), 'atLeast', 5)), at: [2, 0] },
      monetary: {
        ...when(row(event('order', 'sum', year, { property: 'props.amount' }), 'atLeast', 100_000)),
        at: [3, 0],
      },
      out: { type: 'segmentOutput', at: [4, 0] },
    },
    [
      'all.out → recency.in',
      'recency.matched → frequency.in',
      'frequency.matched → monetary.in',
      'monetary.matched → out.in',
    ],
  ),
};
