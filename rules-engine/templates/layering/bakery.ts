import { draw } from '../../graph/draw';
import { event, field, folders, last, layer, others, row, when } from '../parts';
import type { Template } from '../template';

const year = last(365, 'days');

export const bakery: Template = {
  id: 'bakery',
  kind: 'layering',
  label: {
    zh: '烘焙：超级用户 / 高传播价值 / 高互动',
    en: 'Bakery: super users, high spread value, high interaction',
  },
  about: {
    zh: '高客单又高忠诚的是超级用户；社交平台粉丝多的是高传播价值；常在群里说话的是高互动。',
    en: 'Super users have a high basket and come back; high spread value have followers on social platforms; high interaction talk in the groups.',
  },
  key: 'bakery',
  folder: folders.layers,
  graph: draw(
    'layering',
    {
      all: { type: 'allMembers', at: [0, 0] },
      loyal: {
        ...when(
          row(event('order', 'mean', year, { property: 'props.amount' }), 'atLeast', 20_000),
          row(event('order', 'count', year), 'atLeast', 4),
        ),
        at: [1, 0],
      },
      followed: { ...when(row(field('attrs.followers'), 'atLeast', 300)), at: [1, 1] },
      talks: { ...when(row(event('group_message', 'count', last(90, 'days')), 'atLeast', 3)), at: [1, 2] },
      super: { ...layer(2, 'super', '超级用户', 'Super users'), at: [2, 0] },
      spread: { ...layer(0, 'spread', '高传播价值', 'High spread value'), at: [2, 1] },
      interaction: { ...layer(4, 'interaction', '高互动', 'High interaction'), at: [2, 2] },
      ordinary: { ...others('ordinary', '普通', 'Ordinary'), at: [2, 3] },
    },
    [
      'all.out → loyal.in',
      'all.out → followed.in',
      'all.out → talks.in',
      'loyal.matched → super.in',
      'followed.matched → spread.in',
      'talks.matched → interaction.in',
    ],
  ),
  notes: {
    super: {
      strategy: {
        zh: '新品优先尝，生日蛋糕礼遇，储值方案。',
        en: 'First to taste, a birthday cake, prepaid plans.',
      },
    },
    spread: {
      strategy: {
        zh: '邀约探店和出片，给可拍的产品。',
        en: 'Invite to visit and to take pictures; give them what looks good.',
      },
    },
    interaction: {
      strategy: { zh: '群内接龙、投票选新品。', en: 'Group orders, votes for the next product.' },
    },
    ordinary: { strategy: { zh: '周末促销和到店券。', en: 'Weekend offers and coupons for the store.' } },
  },
};
