import { draw } from '../../graph/draw';
import { field, folders, layer, others, row, when } from '../parts';
import type { Template } from '../template';

const points = (n: number) => when(row(field('attrs.points'), 'atLeast', n));

export const memberLevels: Template = {
  id: 'member-levels',
  kind: 'layering',
  label: { zh: '会员等级：按积分', en: 'Member levels by points' },
  about: {
    zh: '任务和购买得积分，积分定等级，每个等级有自己的权益。改门槛前先看谁会升谁会降。积分由“数据 → 积分”的规则发放时，把条件里的字段换成“累计积分”。',
    en: 'Tasks and purchases earn points, points decide the level, and each level has its benefits. See who would move before you change a threshold. Where the rules of Data → Points give the points, put “Points earned” in the place of the field.',
  },
  key: 'member_level',
  folder: folders.layers,
  graph: draw(
    'layering',
    {
      all: { type: 'allMembers', at: [0, 0] },
      thousands: { ...points(3_000), at: [1, 0] },
      hundreds: { ...points(1_000), at: [1, 1] },
      some: { ...points(300), at: [1, 2] },
      black: { ...layer(7, 'black', '黑金', 'Black'), at: [2, 0] },
      gold: { ...layer(4, 'gold', '金卡', 'Gold'), at: [2, 1] },
      silver: { ...layer(5, 'silver', '银卡', 'Silver'), at: [2, 2] },
      regular: { ...others('regular', '普通', 'Regular'), at: [2, 3] },
    },
    [
      'all.out → thousands.in',
      'all.out → hundreds.in',
      'all.out → some.in',
      'thousands.matched → black.in',
      'hundreds.matched → gold.in',
      'some.matched → silver.in',
    ],
  ),
  notes: {
    black: {
      strategy: {
        zh: '专属客服，保级提醒提前 60 天。',
        en: 'Own service; remind 60 days before the level ends.',
      },
      benefits: {
        zh: '全场包邮，生日双倍积分，新品优先购。',
        en: 'Free delivery, double points on birthdays, new products first.',
      },
    },
    gold: {
      strategy: { zh: '离黑金还差多少写进每月账单。', en: 'Say every month how much is missing for Black.' },
      benefits: { zh: '满 99 包邮，生日券 50 元。', en: 'Free delivery from ¥99, a ¥50 birthday coupon.' },
    },
    silver: {
      strategy: { zh: '用任务积分推一把，进群加分。', en: 'Points for tasks, and for joining the group.' },
      benefits: { zh: '每月一张 10 元券。', en: 'A ¥10 coupon every month.' },
    },
    regular: {
      strategy: { zh: '完善资料和首单送积分。', en: 'Points for a whole profile and the first order.' },
      benefits: { zh: '会员价。', en: 'Member prices.' },
    },
  },
};
