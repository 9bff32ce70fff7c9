import { idParams } from '../id-params';
import {
  compareMembersSchema,
  compareSchema,
  comparisonSchema,
  movementMembersQuerySchema,
  movementQuerySchema,
  movementSchema,
  movingMembersSchema,
} from '../movement';
import { operation } from './operation';

/** How members move between the values of a definition: from one run to another, or from one drawing to another. */
export const movementOperations = {
  betweenRuns: operation({
    method: 'GET',
    path: '/api/definitions/{id}/movement',
    is: {
      zh: '查看两次运行之间各层的流转人数。',
      en: 'Tells how many members went from which layer to which between two runs.',
    },
    role: 'viewer',
    params: idParams,
    query: movementQuerySchema,
    answer: movementSchema,
    problems: ['not-found'],
    about: 'runs',
  }),
  membersBetweenRuns: operation({
    method: 'GET',
    path: '/api/definitions/{id}/movement/members',
    is: { zh: '列出两次运行之间流转的会员。', en: 'Lists the members who went from one layer to another.' },
    role: 'viewer',
    params: idParams,
    query: movementMembersQuerySchema,
    answer: movingMembersSchema,
    problems: ['not-found'],
    about: 'runs',
  }),
  betweenDrawings: operation({
    method: 'POST',
    path: '/api/definitions/{id}/compare',
    is: {
      zh: '比较两张图：换成另一张后，各组会有多少人流转。',
      en: 'Compares two drawings: how many members would go from which group to which.',
    },
    role: 'viewer',
    params: idParams,
    body: compareSchema,
    answer: comparisonSchema,
    problems: ['not-found', 'not-executable', 'members-missed'],
    about: 'definitions',
  }),
  membersBetweenDrawings: operation({
    method: 'POST',
    path: '/api/definitions/{id}/compare/members',
    is: { zh: '列出换图后会流转的会员。', en: 'Lists the members who would go from one group to another.' },
    role: 'viewer',
    params: idParams,
    body: compareMembersSchema,
    answer: movingMembersSchema,
    problems: ['not-found', 'not-executable', 'members-missed'],
    about: 'definitions',
  }),
};
