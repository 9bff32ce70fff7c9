import { definitionAnswerSchema } from '../definitions';
import { idParams } from '../id-params';
import {
  runAnswerSchema,
  runPageSchema,
  runsQuerySchema,
  scheduleEditSchema,
  sizesAnswerSchema,
  sizesQuerySchema,
  startRunSchema,
} from '../runs';
import { operation } from './operation';

/** What computations of published definitions did. */
export const runOperations = {
  list: operation({
    method: 'GET',
    path: '/api/runs',
    is: { zh: '列出运行记录，最近的在前。', en: 'Lists the runs, newest first.' },
    role: 'viewer',
    query: runsQuerySchema,
    answer: runPageSchema,
    about: 'runs',
  }),
  get: operation({
    method: 'GET',
    path: '/api/runs/{id}',
    is: { zh: '查看一次运行：进度和结果。', en: 'Shows one run: how far it is and what came of it.' },
    role: 'viewer',
    params: idParams,
    answer: runAnswerSchema,
    problems: ['not-found'],
    about: 'runs',
  }),
  cancel: operation({
    method: 'POST',
    path: '/api/runs/{id}/cancel',
    is: { zh: '取消正在进行的运行。', en: 'Stops a run.' },
    role: 'approver',
    params: idParams,
    answer: runAnswerSchema,
    problems: ['not-found', 'job-ended'],
    changes: ['runs', 'definitions', 'jobs'],
  }),
  start: operation({
    method: 'POST',
    path: '/api/definitions/{id}/runs',
    is: { zh: '运行已发布的版本（后台进行）。', en: 'Runs the published version in the background.' },
    role: 'approver',
    scope: 'run',
    params: idParams,
    body: startRunSchema,
    answer: runAnswerSchema,
    problems: ['not-found', 'not-published', 'already-running'],
    changes: ['runs', 'definitions', 'jobs', 'members'],
  }),
  setSchedule: operation({
    method: 'PUT',
    path: '/api/definitions/{id}/schedule',
    is: { zh: '设置或取消定时运行。', en: 'Sets when it is run by itself, or that it isn’t.' },
    role: 'approver',
    params: idParams,
    body: scheduleEditSchema,
    answer: definitionAnswerSchema,
    problems: ['not-found', 'archived', 'not-published', 'invalid-schedule'],
    changes: ['definitions'],
  }),
  sizes: operation({
    method: 'GET',
    path: '/api/definitions/{id}/sizes',
    is: { zh: '查看历次运行后的人数，从早到晚。', en: 'Lists how many members each run left, oldest first.' },
    role: 'viewer',
    params: idParams,
    query: sizesQuerySchema,
    answer: sizesAnswerSchema,
    problems: ['not-found'],
    about: 'runs',
  }),
};
