import { auditPageDto, auditQuery } from '../audit';
import { demoRemovalSchema, demoStateSchema } from '../demo';
import { healthDto } from '../health';
import { openApiQuerySchema, openApiSchema } from '../open-api';
import { changeSettingsBody, settingsDto } from '../settings';
import { operation } from './operation';

/** The workspace as a whole, and the server that serves it. */
export const workspaceOperations = {
  settings: operation({
    method: 'GET',
    path: '/api/settings',
    is: {
      zh: '查看工作区设置：名称、时区、货币和语言。',
      en: 'Shows the settings: name, time zone, currency and language.',
    },
    role: 'viewer',
    answer: settingsDto,
    about: 'settings',
  }),
  changeSettings: operation({
    method: 'PATCH',
    path: '/api/settings',
    is: { zh: '修改工作区设置。', en: 'Changes the settings.' },
    role: 'admin',
    body: changeSettingsBody,
    answer: settingsDto,
    changes: ['settings', 'counts', 'definitions'],
  }),
  audit: operation({
    method: 'GET',
    path: '/api/audit',
    is: {
      zh: '查询审计记录：谁在什么时候做了什么，最近的在前。',
      en: 'Lists who did what and when, newest first.',
    },
    role: 'admin',
    query: auditQuery,
    answer: auditPageDto,
    about: 'audit',
  }),
  demo: operation({
    method: 'GET',
    path: '/api/demo',
    is: { zh: '查看是否有演示会员。', en: 'Tells whether there are demo members.' },
    role: 'viewer',
    answer: demoStateSchema,
    about: 'demo',
  }),
  removeDemo: operation({
    method: 'DELETE',
    path: '/api/demo',
    is: { zh: '移除演示数据（后台进行）。', en: 'Removes the demo data in the background.' },
    role: 'admin',
    answer: demoRemovalSchema,
    changes: ['demo', 'jobs', 'members', 'catalogue', 'counts'],
  }),
  health: operation({
    method: 'GET',
    path: '/api/health',
    is: {
      zh: '检查服务和数据库是否正常，供负载均衡使用；不正常时返回 503。',
      en: 'Tells load balancers whether server and database are well; 503 when they aren’t.',
    },
    role: 'anybody',
    answer: healthDto,
    also: { 503: healthDto },
    about: 'server',
  }),
  monitoring: operation({
    method: 'GET',
    path: '/api/monitoring',
    is: { zh: '读取供 Prometheus 采集的运行指标。', en: 'Gives the numbers that Prometheus scrapes.' },
    role: 'admin',
    scope: 'read:counts',
    answer: { file: ['text/plain; version=0.0.4; charset=utf-8'] },
    about: 'server',
  }),
  openApi: operation({
    method: 'GET',
    path: '/api/openapi.json',
    is: { zh: '读取本 API 的 OpenAPI 3.1 文档。', en: 'Gives this API as an OpenAPI 3.1 document.' },
    role: 'anybody',
    query: openApiQuerySchema,
    answer: openApiSchema,
    about: 'server',
  }),
};
