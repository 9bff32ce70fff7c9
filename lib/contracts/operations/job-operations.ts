import { idParams } from '../id-params';
import { jobDto, jobPageDto, jobsQuery } from '../jobs';
import { operation } from './operation';

/** Work in the background. */
export const jobOperations = {
  list: operation({
    method: 'GET',
    path: '/api/jobs',
    is: { zh: '列出后台任务，最近的在前。', en: 'Lists the jobs, newest first.' },
    role: 'viewer',
    query: jobsQuery,
    answer: jobPageDto,
    about: 'jobs',
  }),
  get: operation({
    method: 'GET',
    path: '/api/jobs/{id}',
    is: { zh: '查看一个任务：进度和结果。', en: 'Shows one job: how far it is and what came of it.' },
    role: 'viewer',
    params: idParams,
    answer: jobDto,
    problems: ['not-found'],
    about: 'jobs',
  }),
  cancel: operation({
    method: 'POST',
    path: '/api/jobs/{id}/cancel',
    is: {
      zh: '取消任务；自己的任务自己可以取消，审批者可以取消任何任务。',
      en: 'Stops a job: one’s own, or as an approver any.',
    },
    role: 'editor',
    params: idParams,
    answer: jobDto,
    problems: ['not-found', 'job-ended'],
    changes: ['jobs', 'imports', 'lists', 'runs', 'exports', 'definitions', 'points', 'metrics'],
  }),
  retry: operation({
    method: 'POST',
    path: '/api/jobs/{id}/retry',
    is: { zh: '重试失败或已取消的任务。', en: 'Queues a job again that failed or was cancelled.' },
    role: 'editor',
    params: idParams,
    answer: jobDto,
    problems: ['not-found', 'job-not-failed'],
    changes: ['jobs', 'imports', 'lists', 'runs', 'exports', 'definitions', 'points', 'metrics'],
  }),
};
