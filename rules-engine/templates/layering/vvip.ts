import { draw } from '../../graph/draw';
import { allTime, event, field, folders, grade, last, layer, others } from '../parts';
import type { Template } from '../template';

const year = last(365, 'days');

export const vvip: Template = {
  id: 'vvip',
  kind: 'layering',
  label: {
    zh: 'VVIP：购买力 + 社交影响力 + 活跃度',
    en: 'VVIP: purchasing power, social influence, activity',
  },
  about: {
    zh: '购买力 50 分、社交影响力 25 分、活跃度 25 分，各按档折算；80 分以上是 VVIP，60 分以上是 VIP。',
    en: 'Up to 50 points for purchasing power, 25 for social influence and 25 for activity, each by grades; VVIP from 80, VIP from 60.',
  },
  key: 'vvip',
  folder: folders.layers,
  graph: draw(
    'layering',
    {
      all: { type: 'allMembers', at: [0, 0] },
      score: {
        type: 'score',
        params: {
          terms: [
            grade(
              30,
              event('order', 'sum', year, { property: 'props.amount' }),
              [20_000, 60_000, 150_000, 300_000],
            ),
            grade(20, event('order', 'daysSinceLast', allTime), [15, 45, 90, 180], 'lower'),
            grade(25, field('attrs.followers'), [30, 60, 120, 300]),
            grade(25, event('visit', 'count', last(90, 'days')), [1, 2, 4, 8]),
          ],
          bands: [
            { id: 'vvip', name: 'VVIP', from: 80 },
            { id: 'vip', name: 'VIP', from: 60 },
          ],
        },
        at: [1, 0],
      },
      vvip: { ...layer(2, 'vvip', 'VVIP', 'VVIP'), at: [2, 0] },
      vip: { ...layer(0, 'vip', 'VIP', 'VIP'), at: [2, 1] },
      ordinary: { ...others('ordinary', '普通', 'Ordinary'), at: [2, 2] },
    },
    ['all.out → score.in', 'score.vvip → vvip.in', 'score.vip → vip.in'],
  ),
  notes: {
    vvip: {
      strategy: { zh: '专人服务，线下活动名额优先。', en: 'A person of their own, first places at events.' },
    },
    vip: {
      strategy: {
        zh: '看差在哪一项，针对性补齐到 VVIP。',
        en: 'See which dimension falls short, and work on it.',
      },
    },
    ordinary: { strategy: { zh: '标准触达。', en: 'The usual messages.' } },
  },
};
