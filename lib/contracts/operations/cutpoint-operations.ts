import { computeCutpointsSchema, cutpointSetAnswerSchema, cutpointSetListSchema } from '../cutpoints';
import { cutpointSetParams, idParams } from '../id-params';
import { operation } from './operation';

/** Cutpoints that a job computes for a definition, each computation kept under a number. */
export const cutpointOperations = {
  list: operation({
    method: 'GET',
    path: '/api/definitions/{id}/cutpoints',
    is: {
      zh: '列出历次计算的分界值，最近的在前。',
      en: 'Lists the computations of cutpoints, newest first.',
    },
    role: 'viewer',
    params: idParams,
    answer: cutpointSetListSchema,
    problems: ['not-found'],
    about: 'definitions',
  }),
  compute: operation({
    method: 'POST',
    path: '/api/definitions/{id}/cutpoints',
    is: {
      zh: '计算分界值（后台进行），按编号保存；草稿不变。',
      en: 'Computes cutpoints in the background and keeps them under a number; the draft stays as it is.',
    },
    role: 'editor',
    params: idParams,
    body: computeCutpointsSchema,
    answer: cutpointSetAnswerSchema,
    problems: ['not-found', 'archived', 'already-running'],
    changes: ['definitions', 'jobs'],
  }),
  get: operation({
    method: 'GET',
    path: '/api/definitions/{id}/cutpoints/{number}',
    is: { zh: '查看一次计算的分界值。', en: 'Shows one computation of cutpoints.' },
    role: 'viewer',
    params: cutpointSetParams,
    answer: cutpointSetAnswerSchema,
    problems: ['not-found'],
    about: 'definitions',
  }),
};
