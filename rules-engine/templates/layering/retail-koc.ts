import { draw } from '../../graph/draw';
import { event, field, folders, grade, last, layer, others, row, when } from '../parts';
import type { Template } from '../template';

const year = last(365, 'days');
const quarter = last(90, 'days');

export const retailKoc: Template = {
  id: 'retail-koc',
  kind: 'layering',
  label: { zh: '商超美妆：普通 / 高价值 / KOC', en: 'Supermarket and beauty: ordinary, high value, KOC' },
  about: {
    zh: 'KOC 是消费、社交、互动、内容四个方面加权得分最高的一批；多次复购且活跃，或高等级活跃的是高价值；其余是潜客和首购的普通会员。',
    en: 'KOC score highest over consumption, social reach, interaction and content; high value bought repeatedly and are active, or of a high level and active; the rest are prospects and first-time buyers.',
  },
  key: 'retail_koc',
  folder: folders.layers,
  graph: draw(
    'layering',
    {
      all: { type: 'allMembers', at: [0, 0] },
      score: {
        type: 'score',
        params: {
          terms: [
            grade(
              40,
              event('order', 'sum', year, { property: 'props.amount' }),
              [20_000, 60_000, 150_000, 300_000],
            ),
            grade(20, field('attrs.followers'), [30, 60, 120, 300]),
            grade(20, event('group_message', 'count', quarter), [1, 2, 4, 8]),
            grade(20, event('share', 'count', year), [1, 2, 4, 8]),
          ],
          bands: [{ id: 'top', name: 'KOC', from: 72 }],
        },
        at: [1, 0],
      },
      active: { ...when(row(event('visit', 'count', quarter), 'did')), at: [1, 1] },
      valued: {
        type: 'condition',
        params: {
          mode: 'any',
          rows: [
            row(event('order', 'count', year), 'atLeast', 3),
            row(field('attrs.level'), 'oneOf', ['black', 'gold']),
          ],
        },
        at: [2, 1],
      },
      koc: { ...layer(2, 'koc', 'KOC', 'KOC'), at: [3, 0] },
      high: { ...layer(0, 'high_value', '高价值', 'High value'), at: [3, 1] },
      ordinary: { ...others('ordinary', '普通', 'Ordinary'), at: [3, 2] },
    },
    [
      'all.out → score.in',
      'all.out → active.in',
      'active.matched → valued.in',
      'score.top → koc.in',
      'valued.matched → high.in',
    ],
  ),
  notes: {
    koc: {
      strategy: {
        zh: '新品试用、分享官计划、专属群。',
        en: 'New products to try, ambassadors, a group of their own.',
      },
    },
    high: {
      strategy: {
        zh: '专属客服和会员日，防止流失。',
        en: 'Own service and member days; keep them from leaving.',
      },
    },
    ordinary: {
      strategy: {
        zh: '首购礼和品类券，推向第二单。',
        en: 'First-order gifts and coupons towards the second order.',
      },
    },
  },
};
