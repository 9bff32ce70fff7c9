import {
  countsAnswerSchema,
  countsQuerySchema,
  explainAnswerSchema,
  explainQuerySchema,
  portMembersAnswerSchema,
  portMembersQuerySchema,
} from '../counts';
import { cutpointsAnswerSchema, cutpointsQuerySchema } from '../cutpoints';
import { lintAnswerSchema, lintQuerySchema } from '../lint';
import { mirrorStatusSchema } from '../mirror';
import { operation } from './operation';

/**
 * What the editor asks while a graph is drawn. All of them take a draft as it is, however incomplete: what can't be
 * compiled is in `diagnostics`. They stop when the client goes away.
 */
export const countOperations = {
  ports: operation({
    method: 'POST',
    path: '/api/counts',
    is: { zh: '计算画布上每个端口的会员数。', en: 'Counts the members at every port of a drawing.' },
    role: 'viewer',
    scope: 'read:counts',
    body: countsQuerySchema,
    answer: countsAnswerSchema,
    about: 'counts',
  }),
  members: operation({
    method: 'POST',
    path: '/api/counts/members',
    is: { zh: '列出某个端口的会员。', en: 'Lists the members at a port of a drawing.' },
    role: 'viewer',
    scope: 'read:members',
    body: portMembersQuerySchema,
    answer: portMembersAnswerSchema,
    problems: ['not-found', 'unknown-column'],
    about: 'counts',
  }),
  cutpoints: operation({
    method: 'POST',
    path: '/api/counts/cutpoints',
    is: {
      zh: '立即计算分界值，不保存。',
      en: 'Computes cutpoints at once. They are kept nowhere.',
    },
    role: 'viewer',
    scope: 'read:counts',
    body: cutpointsQuerySchema,
    answer: cutpointsAnswerSchema,
    about: 'counts',
  }),
  explain: operation({
    method: 'POST',
    path: '/api/explain',
    is: {
      zh: '解释一位会员为什么在或不在：逐个条件给出实际值、阈值和差距。',
      en: 'Explains why a member is in or not: each condition with the actual value, the threshold and how far off.',
    },
    role: 'viewer',
    scope: 'read:members',
    body: explainQuerySchema,
    answer: explainAnswerSchema,
    problems: ['not-found', 'too-many-events'],
    about: 'counts',
  }),
  lint: operation({
    method: 'POST',
    path: '/api/lint',
    is: {
      zh: '检查画布：到不了的分层、重叠、矛盾和多余的条件。',
      en: 'Looks over a drawing: layers nobody reaches, overlaps, contradictions, conditions to no effect.',
    },
    role: 'viewer',
    scope: 'read:counts',
    body: lintQuerySchema,
    answer: lintAnswerSchema,
    about: 'counts',
  }),
  mirror: operation({
    method: 'GET',
    path: '/api/mirror',
    is: {
      zh: '查看实时计数的状态：列、内存和最近的核对。',
      en: 'Shows how live counts are: columns, memory, the last audit.',
    },
    role: 'viewer',
    scope: 'read:counts',
    answer: mirrorStatusSchema,
    about: 'server',
  }),
};
