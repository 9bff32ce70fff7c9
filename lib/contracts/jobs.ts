import { z } from 'zod';
import type { LocalText } from './local-text';

/** What can be queued. Each kind has its text here and its handler in `lib/server/job-handlers.ts`. */
export const jobKindText = {
  run: { zh: '运行', en: 'Run' },
  cutpoints: { zh: '计算分界值', en: 'Compute cutpoints' },
  'recompute-metric': { zh: '重算指标', en: 'Recompute metric' },
  'remove-metric': { zh: '移除指标', en: 'Remove metric' },
  export: { zh: '导出', en: 'Export' },
  import: { zh: '导入', en: 'Import' },
  'undo-import': { zh: '撤销导入', en: 'Take an import back' },
  'late-writes': { zh: '清理导入的迟到写入', en: 'Remove late writes of an import' },
  'remove-member': { zh: '删除会员', en: 'Remove a member' },
  'match-list': { zh: '匹配名单', en: 'Match a list' },
  'delete-list': { zh: '删除名单', en: 'Remove a list' },
  'remove-demo': { zh: '移除演示数据', en: 'Remove demo data' },
  'delete-definition': { zh: '删除标签或分层', en: 'Delete a tag or layering' },
  'points-run': { zh: '计算积分', en: 'Points run' },
  'prune-jobs': { zh: '清理旧任务记录', en: 'Remove old job records' },
} as const satisfies Record<string, LocalText>;
export type JobKind = keyof typeof jobKindText;

export const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled', 'dead'] as const;
export type JobState = (typeof jobStates)[number];

export const jobStateText: Record<JobState, LocalText> = {
  queued: { zh: '排队中', en: 'waiting' },
  running: { zh: '进行中', en: 'running' },
  done: { zh: '已完成', en: 'done' },
  failed: { zh: '失败', en: 'failed' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  dead: { zh: '多次失败，已停止', en: 'gave up after several tries' },
};

export const jobDto = z.object({
  id: z.string(),
  kind: z.string(),
  state: z.enum(jobStates),
  progress: z.object({ done: z.number(), total: z.number().nullable(), phase: z.string() }),
  cancelRequested: z.boolean(),
  attempts: z.number(),
  maxAttempts: z.number(),
  runAt: z.iso.datetime(),
  result: z.unknown(),
  error: z.object({ code: z.string(), message: z.object({ zh: z.string(), en: z.string() }) }).nullable(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type JobDto = z.infer<typeof jobDto>;

/** The newest first. `active` is what waits or runs. */
export const jobsQuery = z.object({
  state: z.enum([...jobStates, 'active']).optional(),
  kind: z.string().max(80).optional(),
  before: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type JobsQuery = z.infer<typeof jobsQuery>;

export const jobPageDto = z.object({ jobs: z.array(jobDto), next: z.string().nullable() });
export type JobPageDto = z.infer<typeof jobPageDto>;
