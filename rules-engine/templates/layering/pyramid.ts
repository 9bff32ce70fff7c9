import { draw } from '../../graph/draw';
import { allTime, event, field, folders, last, layer, others, row, when } from '../parts';
import type { Template } from '../template';

const half = last(180, 'days');

export const pyramid: Template = {
  id: 'pyramid',
  kind: 'layering',
  label: {
    zh: '金字塔：新 / 注册 / 转化 / 活跃 / 粉丝',
    en: 'Pyramid: new, registered, converted, active, fans',
  },
  about: {
    zh: '从刚来的新会员到替你说话的粉丝，一层比一层少；看相邻两层之间的转化率，知道卡在哪里。',
    en: 'From newcomers to fans who speak for you, fewer at every layer; the conversion between neighbours shows where it sticks.',
  },
  key: 'pyramid',
  folder: folders.layers,
  graph: draw(
    'layering',
    {
      all: { type: 'allMembers', at: [0, 0] },
      bought: { ...when(row(event('order', 'count', allTime), 'did')), at: [1, 0] },
      buysOften: { ...when(row(event('order', 'count', half), 'atLeast', 2)), at: [2, 0] },
      shares: { ...when(row(event('share', 'count', half), 'atLeast', 1)), at: [3, 0] },
      looks: {
        ...when(row(field('attrs.registeredAt'), 'notWithinLast', { n: 30, unit: 'days' })),
        at: [2, 3],
      },
      fans: { ...layer(2, 'fan', '粉丝', 'Fans'), at: [4, 0] },
      active: { ...layer(0, 'active', '活跃', 'Active'), at: [4, 1] },
      converted: { ...layer(5, 'converted', '转化', 'Converted'), at: [4, 2] },
      registered: { ...layer(4, 'registered', '注册', 'Registered'), at: [4, 3] },
      fresh: { ...others('new', '新会员', 'New'), at: [4, 4] },
    },
    [
      'all.out → bought.in',
      'bought.matched → buysOften.in',
      'buysOften.matched → shares.in',
      'shares.matched → fans.in',
      'shares.notMatched → active.in',
      'buysOften.notMatched → converted.in',
      'bought.notMatched → looks.in',
      'looks.matched → registered.in',
    ],
  ),
  notes: {
    fans: {
      strategy: {
        zh: '共创、内测、分享官，给荣誉多于给券。',
        en: 'Co-creation, early access, ambassadors: honour more than coupons.',
      },
    },
    active: {
      strategy: { zh: '引导分享和进群，向粉丝转。', en: 'Lead them to share and to join the group.' },
    },
    converted: {
      strategy: { zh: '首单后 30 天内促复购。', en: 'A second order within 30 days of the first.' },
    },
    registered: {
      strategy: { zh: '首单礼限时，降低第一次门槛。', en: 'A first-order gift for a limited time.' },
    },
    fresh: {
      strategy: { zh: '欢迎语、新人礼、进群三步走。', en: 'Greeting, welcome gift, join the group.' },
    },
  },
};
