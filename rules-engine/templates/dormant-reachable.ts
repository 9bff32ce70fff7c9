import { draw } from '../graph/draw';
import { allTime, event, field, folders, last, row, when, whenAny } from './parts';
import type { Template } from './template';

export const dormantReachable: Template = {
  id: 'dormant-reachable',
  kind: 'segment',
  label: { zh: '沉睡可触达', en: 'Dormant but reachable' },
  about: {
    zh: '买过但 90 天没下单，人还在社群里，或者最近还来逛过。比陌生人更容易唤醒。留 10% 不打扰，作对照。',
    en: 'Bought before, no order for 90 days, but still in a group or seen browsing lately: easier to wake than strangers. 10% are left alone as a control group.',
  },
  key: 'dormant_reachable',
  folder: folders.lifecycle,
  graph: draw(
    'segment',
    {
      all: { type: 'allMembers', at: [0, 0] },
      dormant: {
        ...when(row(event('order', 'last', allTime), 'moreThanAgo', { n: 90, unit: 'days' })),
        at: [1, 0],
      },
      reachable: {
        ...whenAny(
          row(field('attrs.inGroup'), 'isTrue'),
          row(event('visit', 'count', last(60, 'days')), 'did'),
        ),
        at: [2, 0],
      },
      control: { type: 'sample', params: { percent: 10 }, at: [3, 0] },
      out: { type: 'segmentOutput', at: [4, 0] },
    },
    [
      'all.out → dormant.in',
      'dormant.matched → reachable.in',
      'reachable.matched → control.in',
      'control.rest → out.in',
    ],
  ),
};
