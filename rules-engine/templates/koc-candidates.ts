import { draw } from '../graph/draw';
import { event, field, folders, last, row, value } from './parts';
import type { Template } from './template';

const year = last(365, 'days');
const quarter = last(90, 'days');
const points = (given: number, ...rows: unknown[]) => ({ points: given, mode: 'all', rows });

export const kocCandidates: Template = {
  id: 'koc-candidates',
  kind: 'tag',
  label: { zh: 'KOC 候选', en: 'KOC candidates' },
  about: {
    zh: '从消费、社交、互动、传播四个方面打分，找出愿意替你说话的会员。邀请试用新品、做分享官。',
    en: 'Scores consumption, social reach, interaction and sharing to find those who would speak for you. Invite them to try new products and to be ambassadors.',
  },
  key: 'koc',
  folder: folders.interaction,
  graph: draw(
    'tag',
    {
      all: { type: 'allMembers', at: [0, 0] },
      score: {
        type: 'score',
        params: {
          terms: [
            points(20, row(event('order', 'count', year), 'atLeast', 4)),
            points(10, row(event('order', 'sum', year, { property: 'props.amount' }), 'atLeast', 100_000)),
            points(20, row(field('attrs.followers'), 'atLeast', 300)),
            points(20, row(event('group_message', 'count', quarter), 'atLeast', 3)),
            { weight: 5, subject: event('share', 'count', quarter) },
          ],
          bands: [
            { id: 'koc', name: 'KOC', from: 60 },
            { id: 'potential', name: '潜力', from: 35 },
          ],
        },
        at: [1, 0],
      },
      koc: { ...value('koc', 'KOC', 'KOC'), at: [2, 0] },
      potential: { ...value('potential', '潜力 KOC', 'Potential KOC'), at: [2, 1] },
    },
    ['all.out → score.in', 'score.koc → koc.in', 'score.potential → potential.in'],
  ),
};
