import { draw } from '../graph/draw';
import { event, field, folders, last, row, value, when } from './parts';
import type { Template } from './template';

const messages = event('group_message', 'count', last(90, 'days'));

export const groupActivity: Template = {
  id: 'group-activity',
  kind: 'tag',
  label: { zh: '社群活跃度', en: 'Group activity' },
  about: {
    zh: '群成员近 90 天发言多少：活跃、一般、潜水。活跃的可以做群管家，潜水的用话题和福利唤醒。',
    en: 'How much the members of groups wrote in the last 90 days: active, now and then, silent. The active can help run the group; topics and offers wake the silent.',
  },
  key: 'group_activity',
  folder: folders.interaction,
  graph: draw(
    'tag',
    {
      all: { type: 'allMembers', at: [0, 0] },
      inGroup: { ...when(row(field('attrs.inGroup'), 'isTrue')), at: [1, 0] },
      often: { ...when(row(messages, 'atLeast', 5)), at: [2, 0] },
      some: { ...when(row(messages, 'atLeast', 1)), at: [3, 1] },
      active: { ...value('active', '活跃', 'Active'), at: [4, 0] },
      normal: { ...value('normal', '一般', 'Now and then'), at: [4, 1] },
      silent: { ...value('silent', '潜水', 'Silent'), at: [4, 2] },
    },
    [
      'all.out → inGroup.in',
      'inGroup.matched → often.in',
      'often.matched → active.in',
      'often.notMatched → some.in',
      'some.matched → normal.in',
      'some.notMatched → silent.in',
    ],
  ),
};
