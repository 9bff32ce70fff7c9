import { draw } from '../../graph/draw';
import { event, field, folders, last, layer, others, row, when } from '../parts';
import type { Template } from '../template';

const plannedWithin = (n: number) =>
  when(
    row(
      event('store_visit_planned', 'count', last(90, 'days'), {
        where: { mode: 'all', rows: [row(field('props.plannedAt'), 'withinNext', { n, unit: 'days' })] },
      }),
      'did',
    ),
  );

export const carIntent: Template = {
  id: 'car-intent',
  kind: 'layering',
  label: { zh: '汽车：到店意向 S / A / B / C', en: 'Cars: intent by planned store visit, S to C' },
  about: {
    zh: '按预约到店的时间定意向：S 7 天内，A 15 天内，B 30 天内，C 没有预约。每天运行，看有多少人往前走。',
    en: 'Intent by the planned visit: S within 7 days, A within 15, B within 30, C nothing planned. Run it daily to see who moves on.',
  },
  key: 'car_intent',
  folder: folders.layers,
  graph: draw(
    'layering',
    {
      all: { type: 'allMembers', at: [0, 0] },
      week: { ...plannedWithin(7), at: [1, 0] },
      fortnight: { ...plannedWithin(15), at: [1, 1] },
      month: { ...plannedWithin(30), at: [1, 2] },
      s: { ...layer(2, 'S', 'S 级', 'S'), at: [2, 0] },
      a: { ...layer(0, 'A', 'A 级', 'A'), at: [2, 1] },
      b: { ...layer(4, 'B', 'B 级', 'B'), at: [2, 2] },
      c: { ...others('C', 'C 级', 'C'), at: [2, 3] },
    },
    [
      'all.out → week.in',
      'all.out → fortnight.in',
      'all.out → month.in',
      'week.matched → s.in',
      'fortnight.matched → a.in',
      'month.matched → b.in',
    ],
  ),
  notes: {
    s: {
      strategy: {
        zh: '门店当天联系，确认时间和车型，准备试驾。',
        en: 'The store calls the same day: time, model, test drive.',
      },
    },
    a: {
      strategy: {
        zh: '三天内跟进，发到店礼和路线。',
        en: 'Follow up within three days: gift, how to get there.',
      },
    },
    b: {
      strategy: {
        zh: '每周一次内容触达，答疑金融方案。',
        en: 'Content once a week, answers about financing.',
      },
    },
    c: { strategy: { zh: '活动和试驾邀约，培育意向。', en: 'Invite to events and test drives.' } },
  },
};
