import { draw } from '../graph/draw';
import { field, folders, row, when } from './parts';
import type { Template } from './template';

export const birthdayThisMonth: Template = {
  id: 'birthday-this-month',
  kind: 'segment',
  label: { zh: '本月生日', en: 'Birthday this month' },
  about: {
    zh: '生日在本月的会员，每月自动换一批。发生日礼券和祝福。',
    en: 'Members whose birthday is this month; every month others. A birthday coupon and good wishes.',
  },
  key: 'birthday_this_month',
  folder: folders.attributes,
  graph: draw(
    'segment',
    {
      all: { type: 'allMembers', at: [0, 0] },
      month: { ...when(row(field('attrs.birthday'), 'anniversaryMonth', 'asOf')), at: [1, 0] },
      out: { type: 'segmentOutput', at: [2, 0] },
    },
    ['all.out → month.in', 'month.matched → out.in'],
  ),
};
