import { draw } from '../../graph/draw';
import { allTime, event, field, folders, last, layer, others, row, when } from '../parts';
import type { Template } from '../template';

export const aarrr: Template = {
  id: 'aarrr',
  kind: 'layering',
  label: {
    zh: 'AARRR：获客 / 激活 / 留存 / 推荐 / 收入',
    en: 'AARRR: acquisition, activation, retention, referral, revenue',
  },
  about: {
    zh: '按会员走到的最远一步分层：贡献收入、愿意推荐、留得住、用起来、刚获得。',
    en: 'By the farthest step that members have come to: they bring revenue, refer others, stay, have begun, or have just come.',
  },
  key: 'aarrr',
  folder: folders.layers,
  graph: draw(
    'layering',
    {
      all: { type: 'allMembers', at: [0, 0] },
      pays: {
        ...when(
          row(event('order', 'sum', last(365, 'days'), { property: 'props.amount' }), 'atLeast', 100_000),
        ),
        at: [1, 0],
      },
      refers: {
        ...when(row(event('share', 'sum', last(365, 'days'), { property: 'props.reach' }), 'atLeast', 5)),
        at: [1, 1],
      },
      stays: {
        ...when(
          row(field('attrs.registeredAt'), 'moreThanAgo', { n: 60, unit: 'days' }),
          row(event('visit', 'count', last(60, 'days')), 'did'),
        ),
        at: [1, 2],
      },
      begins: { ...when(row(event('visit', 'count', allTime), 'did')), at: [1, 3] },
      revenue: { ...layer(2, 'revenue', '收入', 'Revenue'), at: [2, 0] },
      referral: { ...layer(0, 'referral', '推荐', 'Referral'), at: [2, 1] },
      retention: { ...layer(5, 'retention', '留存', 'Retention'), at: [2, 2] },
      activation: { ...layer(4, 'activation', '激活', 'Activation'), at: [2, 3] },
      acquisition: { ...others('acquisition', '获客', 'Acquisition'), at: [2, 4] },
    },
    [
      'all.out → pays.in',
      'all.out → refers.in',
      'all.out → stays.in',
      'all.out → begins.in',
      'pays.matched → revenue.in',
      'refers.matched → referral.in',
      'stays.matched → retention.in',
      'begins.matched → activation.in',
    ],
  ),
  notes: {
    revenue: {
      strategy: {
        zh: '专属服务，提升客单和毛利品类。',
        en: 'Own service; raise the basket and the categories with margin.',
      },
    },
    referral: {
      strategy: { zh: '老带新奖励，给分享素材。', en: 'Rewards for referrals, material to share.' },
    },
    retention: {
      strategy: {
        zh: '用内容和签到保持回访，找机会转化。',
        en: 'Content and check-ins; look for the chance to convert.',
      },
    },
    activation: {
      strategy: { zh: '引导完成首单和完善资料。', en: 'Lead to the first order and a whole profile.' },
    },
    acquisition: {
      strategy: { zh: '7 天内完成欢迎和首次访问。', en: 'Welcome and first visit within 7 days.' },
    },
  },
};
