import { draw } from '../../graph/draw';
import { allTime, event, folders, last, layer, others, row, when } from '../parts';
import type { Template } from '../template';

const orders = (n: number) => event('order', 'count', last(n, 'days'));

export const fourStages: Template = {
  id: 'four-stages',
  kind: 'layering',
  label: {
    zh: '四阶段：存量 / 高潜 / 预流失 / 流失',
    en: 'Four stages: stock, high potential, pre-churn, churned',
  },
  about: {
    zh: '按最近有没有买、买得多不多分四段：近 60 天常买的是存量，刚开始买的是高潜，60 到 180 天没买的预流失，更久的流失。',
    en: 'By how lately and how often they bought: stock bought often within 60 days, high potential have begun to, pre-churn bought nothing for 60 to 180 days, churned for longer.',
  },
  key: 'four_stages',
  folder: folders.layers,
  graph: draw(
    'layering',
    {
      all: { type: 'allMembers', at: [0, 0] },
      lately: { ...when(row(orders(60), 'did')), at: [1, 0] },
      often: { ...when(row(event('order', 'count', last(365, 'days')), 'atLeast', 3)), at: [2, 0] },
      halfYear: { ...when(row(orders(180), 'did')), at: [2, 2] },
      ever: { ...when(row(event('order', 'count', allTime), 'did')), at: [3, 3] },
      stock: { ...layer(0, 'stock', '存量', 'Stock'), at: [4, 0] },
      potential: { ...layer(2, 'potential', '高潜', 'High potential'), at: [4, 1] },
      preChurn: { ...layer(4, 'pre_churn', '预流失', 'Pre-churn'), at: [4, 2] },
      churned: { ...layer(1, 'churned', '流失', 'Churned'), at: [4, 3] },
      none: { ...others('none', '未下单', 'No orders'), at: [4, 4] },
    },
    [
      'all.out → lately.in',
      'lately.matched → often.in',
      'often.matched → stock.in',
      'often.notMatched → potential.in',
      'lately.notMatched → halfYear.in',
      'halfYear.matched → preChurn.in',
      'halfYear.notMatched → ever.in',
      'ever.matched → churned.in',
    ],
  ),
  notes: {
    stock: {
      strategy: {
        zh: '维护好体验，推会员日和新品，邀请转介绍。',
        en: 'Keep them happy: member days, new products, referrals.',
      },
    },
    potential: {
      strategy: {
        zh: '两周内促成下一单：品类券、搭配推荐。',
        en: 'Win the next order within two weeks: coupons by category, what goes with it.',
      },
    },
    preChurn: {
      strategy: {
        zh: '发回归券并回访，问清为什么没再来。',
        en: 'Send a coupon to come back, and ask why they stayed away.',
      },
    },
    churned: {
      strategy: { zh: '只在大促触达，控制成本。', en: 'Reach out at big sales only; mind the cost.' },
    },
    none: { strategy: { zh: '新人礼引导首单。', en: 'A welcome gift towards the first order.' } },
  },
};
