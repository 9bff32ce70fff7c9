import { draw } from '../graph/draw';
import { event, field, folders, last, row, value, when } from './parts';
import type { Template } from './template';

const plannedWithin = (n: number) =>
  when(
    row(
      event('store_visit_planned', 'count', last(90, 'days'), {
        where: {
          mode: 'all',
          rows: [row(field('props.plannedAt'), 'withinNext', { n, unit: 'days' })],
        },
      }),
      'did',
    ),
  );

export const visitIntent: Template = {
  id: 'visit-intent',
  kind: 'tag',
  label: { zh: '到店意向', en: 'Visit intent' },
  about: {
    zh: '按预约的到店时间分级：S 7 天内、A 15 天内、B 30 天内、C 没有预约。S 级由门店当天联系。',
    en: 'By the planned visit to a store: S within 7 days, A within 15, B within 30, C nothing planned. The store calls S the same day.',
  },
  key: 'visit_intent',
  folder: folders.interaction,
  graph: draw(
    'tag',
    {
      all: { type: 'allMembers', at: [0, 0] },
      week: { ...plannedWithin(7), at: [1, 0] },
      fortnight: { ...plannedWithin(15), at: [2, 1] },
      month: { ...plannedWithin(30), at: [3, 2] },
      s: { ...value('S', 'S 级', 'S'), at: [4, 0] },
      a: { ...value('A', 'A 级', 'A'), at: [4, 1] },
      b: { ...value('B', 'B 级', 'B'), at: [4, 2] },
      c: { ...value('C', 'C 级', 'C'), at: [4, 3] },
    },
    [
      'all.out → week.in',
      'week.matched → s.in',
      'week.notMatched → fortnight.in',
      'fortnight.matched → a.in',
      'fortnight.notMatched → month.in',
      'month.matched → b.in',
      'month.notMatched → c.in',
    ],
  ),
};
