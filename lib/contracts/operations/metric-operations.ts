import { metricParams } from '../metric-params';
import {
  metricAnswerSchema,
  metricEditSchema,
  metricInputSchema,
  metricListSchema,
  metricPreviewAnswerSchema,
  metricPreviewSchema,
  metricRecomputeAnswerSchema,
  metricRecomputeSchema,
} from '../metrics';
import { operation } from './operation';

/** Metrics: fields that are computed from events. */
export const metricOperations = {
  list: operation({
    method: 'GET',
    path: '/api/metrics',
    is: { zh: '列出指标。', en: 'Lists the metrics.' },
    role: 'viewer',
    answer: metricListSchema,
    about: 'metrics',
  }),
  create: operation({
    method: 'POST',
    path: '/api/metrics',
    is: { zh: '新建指标和它的字段。', en: 'Defines a metric and its field.' },
    role: 'editor',
    body: metricInputSchema,
    answer: metricAnswerSchema,
    problems: ['key-taken'],
    changes: ['metrics', 'catalogue', 'definitions'],
  }),
  get: operation({
    method: 'GET',
    path: '/api/metrics/{key}',
    is: { zh: '查看一个指标。', en: 'Shows one metric.' },
    role: 'viewer',
    params: metricParams,
    answer: metricAnswerSchema,
    problems: ['not-found'],
    about: 'metrics',
  }),
  change: operation({
    method: 'PUT',
    path: '/api/metrics/{key}',
    is: {
      zh: '修改指标；别人已保存新版本时不会覆盖。',
      en: 'Changes a metric, unless somebody else has since it was read.',
    },
    role: 'editor',
    params: metricParams,
    body: metricEditSchema,
    answer: metricAnswerSchema,
    problems: ['not-found', 'revision-conflict', 'in-use'],
    changes: ['metrics', 'catalogue', 'definitions'],
  }),
  delete: operation({
    method: 'DELETE',
    path: '/api/metrics/{key}',
    is: {
      zh: '删除指标，并在后台清除会员身上的值。',
      en: 'Removes a metric; its values are taken off the members in the background.',
    },
    role: 'editor',
    params: metricParams,
    answer: null,
    problems: ['not-found', 'in-use'],
    changes: ['metrics', 'catalogue', 'definitions', 'members', 'jobs'],
  }),
  preview: operation({
    method: 'POST',
    path: '/api/metrics/preview',
    is: {
      zh: '预览指标的分布，不保存。',
      en: 'Shows how a metric would be distributed. Nothing is stored.',
    },
    role: 'viewer',
    body: metricPreviewSchema,
    answer: metricPreviewAnswerSchema,
    about: 'metrics',
  }),
  recompute: operation({
    method: 'POST',
    path: '/api/metrics/{key}/recompute',
    is: { zh: '重新计算指标（后台进行）。', en: 'Computes a metric anew, in the background.' },
    role: 'editor',
    params: metricParams,
    body: metricRecomputeSchema,
    answer: metricRecomputeAnswerSchema,
    problems: ['not-found'],
    changes: ['metrics', 'jobs'],
  }),
};
