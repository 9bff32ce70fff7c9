import { draw } from '../graph/draw';
import { event, field, folders, last, row, value, when } from './parts';
import type { Template } from './template';

const year = last(365, 'days');
const orders = event('order', 'count', year);
const withCoupon = event('order', 'count', year, {
  where: { mode: 'all', rows: [row(field('props.coupon'), 'isNotEmpty')] },
});
const share = { kind: 'formula', operator: '/', left: withCoupon, right: orders };

export const priceSensitivity: Template = {
  id: 'price-sensitivity',
  kind: 'tag',
  label: { zh: '价格敏感度', en: 'Price sensitivity' },
  about: {
    zh: '近一年下过两单以上的会员里，用券的订单占多少。高敏感的大促时发券，低敏感的推新品和服务。',
    en: 'Of those with two orders or more in the last year: which share of them used a coupon. Coupons for the sensitive, new products and service for the others.',
  },
  key: 'price_sensitivity',
  folder: folders.consumption,
  graph: draw(
    'tag',
    {
      all: { type: 'allMembers', at: [0, 0] },
      buyers: { ...when(row(orders, 'atLeast', 2)), at: [1, 0] },
      half: { ...when(row(share, 'atLeast', 0.5)), at: [2, 0] },
      some: { ...when(row(share, 'greater', 0)), at: [3, 1] },
      high: { ...value('high', '高敏感', 'High'), at: [4, 0] },
      medium: { ...value('medium', '中敏感', 'Medium'), at: [4, 1] },
      low: { ...value('low', '低敏感', 'Low'), at: [4, 2] },
    },
    [
      'all.out → buyers.in',
      'buyers.matched → half.in',
      'half.matched → high.in',
      'half.notMatched → some.in',
      'some.matched → medium.in',
      'some.notMatched → low.in',
    ],
  ),
};
