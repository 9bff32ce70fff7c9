import { draw } from '../../graph/draw';
import { allTime, event, field, folders, last, layer, others, row, when } from '../parts';
import type { Template } from '../template';

export const firstContact: Template = {
  id: 'first-contact',
  kind: 'layering',
  label: {
    zh: '生命周期：触达 → 咨询 → 购买 → 使用 → 离开',
    en: 'Lifecycle: touched, consulted, bought, using, left',
  },
  about: {
    zh: '从第一次接触算起，走到哪一步就在哪一层：加了还没说话的是触达，在群里问过的是咨询，买过的是购买，近期还在用的是使用，买过又很久不来的是离开。',
    en: 'From the first contact on, by the step they have come to: touched but silent, consulted in the group, bought, still using lately, or left after having bought.',
  },
  key: 'first_contact',
  folder: folders.layers,
  graph: draw(
    'layering',
    {
      all: { type: 'allMembers', at: [0, 0] },
      bought: { ...when(row(event('order', 'count', allTime), 'did')), at: [1, 0] },
      seen: { ...when(row(event('visit', 'count', last(120, 'days')), 'did')), at: [2, 0] },
      again: { ...when(row(event('order', 'count', allTime), 'atLeast', 2)), at: [3, 0] },
      asked: {
        type: 'condition',
        params: {
          mode: 'any',
          rows: [row(field('attrs.inGroup'), 'isTrue'), row(event('visit', 'count', allTime), 'atLeast', 2)],
        },
        at: [3, 3],
      },
      using: { ...layer(2, 'using', '使用', 'Using'), at: [4, 0] },
      buyer: { ...layer(0, 'bought', '购买', 'Bought'), at: [4, 1] },
      gone: { ...layer(1, 'left', '离开', 'Left'), at: [4, 2] },
      consulted: { ...layer(4, 'consulted', '咨询', 'Consulted'), at: [4, 3] },
      touched: { ...others('touched', '触达', 'Touched'), at: [4, 4] },
    },
    [
      'all.out → bought.in',
      'bought.matched → seen.in',
      'seen.matched → again.in',
      'again.matched → using.in',
      'again.notMatched → buyer.in',
      'seen.notMatched → gone.in',
      'bought.notMatched → asked.in',
      'asked.matched → consulted.in',
    ],
  ),
  notes: {
    using: {
      strategy: { zh: '使用指导、配件和复购提醒。', en: 'How to use it, accessories, reminders to reorder.' },
    },
    buyer: {
      strategy: {
        zh: '收货后三天回访，促第二单。',
        en: 'Ask three days after delivery; towards the second order.',
      },
    },
    gone: { strategy: { zh: '节点召回，问卷了解原因。', en: 'Call back at the right moments; ask why.' } },
    consulted: {
      strategy: { zh: '专人解答，给首单券。', en: 'Somebody answers; a coupon for the first order.' },
    },
    touched: {
      strategy: {
        zh: '问候、了解需求、自我介绍、问卷、新人礼、进群。',
        en: 'Greeting, needs, introduction, questionnaire, welcome gift, join the group.',
      },
    },
  },
};
