import { draw } from '../../graph/draw';
import { event, field, folders, last, layer, others, row, when } from '../parts';
import type { Template } from '../template';

const year = last(365, 'days');

export const hotPot: Template = {
  id: 'hot-pot',
  kind: 'layering',
  label: { zh: '火锅：消费 × 注册时间 × 活跃', en: 'Hot pot: spend × time since registration × activity' },
  about: {
    zh: 'UnionID 把买单和社交上的行为连成一个人：高消费老客活跃、高消费老客沉默、高消费新客、低消费活跃、低消费。',
    en: 'UnionID joins what members buy with what they do on social channels: high spend, old and active; high spend, old and silent; high spend and new; low spend and active; low spend.',
  },
  key: 'hot_pot',
  folder: folders.layers,
  graph: draw(
    'layering',
    {
      all: { type: 'allMembers', at: [0, 0] },
      spends: {
        ...when(row(event('order', 'sum', year, { property: 'props.amount' }), 'atLeast', 60_000)),
        at: [1, 0],
      },
      old: {
        ...when(row(field('attrs.registeredAt'), 'moreThanAgo', { n: 180, unit: 'days' })),
        at: [2, 0],
      },
      active: {
        type: 'condition',
        params: {
          mode: 'any',
          rows: [
            row(event('visit', 'count', last(60, 'days')), 'did'),
            row(event('group_message', 'count', last(60, 'days')), 'did'),
          ],
        },
        at: [3, 0],
      },
      stirs: { ...when(row(event('visit', 'count', last(60, 'days')), 'did')), at: [2, 3] },
      oldActive: { ...layer(2, 'old_active', '高消费老客·活跃', 'High spend, old, active'), at: [4, 0] },
      oldSilent: { ...layer(1, 'old_silent', '高消费老客·沉默', 'High spend, old, silent'), at: [4, 1] },
      fresh: { ...layer(0, 'new_spender', '高消费新客', 'High spend, new'), at: [4, 2] },
      lively: { ...layer(4, 'low_active', '低消费·活跃', 'Low spend, active'), at: [4, 3] },
      low: { ...others('low', '低消费', 'Low spend'), at: [4, 4] },
    },
    [
      'all.out → spends.in',
      'spends.matched → old.in',
      'old.matched → active.in',
      'active.matched → oldActive.in',
      'active.notMatched → oldSilent.in',
      'old.notMatched → fresh.in',
      'spends.notMatched → stirs.in',
      'stirs.matched → lively.in',
    ],
  ),
  notes: {
    oldActive: {
      strategy: { zh: '排队优先、生日局、邀请带新客。', en: 'No queue, birthday parties, bring a friend.' },
    },
    oldSilent: {
      strategy: { zh: '店长一对一回访，送招牌菜。', en: 'The manager calls; a signature dish on the house.' },
    },
    fresh: {
      strategy: {
        zh: '二次到店券 15 天有效，引导进群。',
        en: 'A coupon for the second visit within 15 days; join the group.',
      },
    },
    lively: {
      strategy: {
        zh: '套餐升级和多人优惠，提高客单。',
        en: 'Bigger sets, offers for groups: raise the basket.',
      },
    },
    low: { strategy: { zh: '节假日群发，控制频次。', en: 'Holidays only, not too often.' } },
  },
};
