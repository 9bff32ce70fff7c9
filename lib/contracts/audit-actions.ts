import type { LocalText } from './local-text';

/** What is recorded is of these areas: the part of an action before its dot. */
export const auditAreas = {
  session: { zh: '登录', en: 'Sign-in' },
  user: { zh: '用户', en: 'Users' },
  'api-key': { zh: 'API 密钥', en: 'API keys' },
  settings: { zh: '设置', en: 'Settings' },
  member: { zh: '会员', en: 'Members' },
  event: { zh: '会员的行为', en: 'Events of members' },
  import: { zh: '导入', en: 'Imports' },
  field: { zh: '字段', en: 'Fields' },
  'event-type': { zh: '行为类型', en: 'Kinds of events' },
  metric: { zh: '指标', en: 'Metrics' },
  points: { zh: '积分', en: 'Points' },
  list: { zh: '名单', en: 'Lists' },
  definition: { zh: '标签、分群与分层', en: 'Tags, segments and layerings' },
  cutpoints: { zh: '分界值', en: 'Cutpoints' },
  run: { zh: '运行', en: 'Runs' },
  schedule: { zh: '定时', en: 'Schedules' },
  export: { zh: '导出', en: 'Exports' },
  job: { zh: '任务', en: 'Jobs' },
  demo: { zh: '演示数据', en: 'Demo data' },
} as const satisfies Record<string, LocalText>;
export type AuditArea = keyof typeof auditAreas;

/** Everything that is recorded, as it reads after the name of who did it. */
export const auditActions = {
  'session.start': { zh: '登录', en: 'signed in' },
  'session.refuse': { zh: '登录被拒绝', en: 'was refused to sign in' },
  'session.end-all': { zh: '退出所有设备', en: 'signed out everywhere' },
  'user.create': { zh: '添加用户', en: 'added a user' },
  'user.change': { zh: '修改用户', en: 'changed a user' },
  'user.change-password': { zh: '修改密码', en: 'changed the password' },
  'user.reset-password': { zh: '重置密码', en: 'reset a password' },
  'api-key.create': { zh: '新建密钥', en: 'made an API key' },
  'api-key.revoke': { zh: '停用密钥', en: 'revoked an API key' },
  'settings.change': { zh: '修改设置', en: 'changed the settings' },
  'member.reveal': { zh: '查看完整个人信息', en: 'looked at personal data' },
  'member.explain': { zh: '查看会员的个人信息条件', en: 'asked why, and saw personal data' },
  'member.remove': { zh: '删除会员', en: 'removed a member' },
  'event.remove': { zh: '删除行为', en: 'removed an event' },
  'import.start': { zh: '开始导入', en: 'started an import' },
  'import.undo': { zh: '撤销导入', en: 'took an import back' },
  'import.delete': { zh: '删除导入记录', en: 'forgot an import' },
  'import.download-rejects': { zh: '下载被拒绝的行', en: 'downloaded rejected rows' },
  'import.download-merges': { zh: '下载并入的身份', en: 'downloaded joined identities' },
  'field.create': { zh: '新建字段', en: 'made a field' },
  'field.edit': { zh: '修改字段', en: 'changed a field' },
  'field.change-type': { zh: '更改字段类型', en: 'changed a field’s type' },
  'field.delete': { zh: '删除字段', en: 'removed a field' },
  'event-type.edit': { zh: '修改行为类型', en: 'changed a kind of event' },
  'metric.create': { zh: '新建指标', en: 'made a metric' },
  'metric.change': { zh: '修改指标', en: 'changed a metric' },
  'metric.recompute': { zh: '重新计算指标', en: 'recomputed a metric' },
  'metric.delete': { zh: '删除指标', en: 'removed a metric' },
  'points.create-rule': { zh: '新建积分规则', en: 'made a points rule' },
  'points.change-rule': { zh: '修改积分规则', en: 'changed a points rule' },
  'points.pause-rule': { zh: '暂停积分规则', en: 'paused a points rule' },
  'points.resume-rule': { zh: '恢复积分规则', en: 'let a points rule go on' },
  'points.delete-rule': { zh: '删除积分规则', en: 'deleted a points rule' },
  'points.run': { zh: '计算积分', en: 'ran the points programme' },
  'points.schedule': { zh: '设置积分定时', en: 'set the schedule of points' },
  'points.redeem': { zh: '兑换积分', en: 'redeemed points' },
  'points.adjust': { zh: '调整积分', en: 'adjusted points' },
  'list.create': { zh: '上传名单', en: 'uploaded a list' },
  'list.download-unmatched': { zh: '下载未匹配的 id', en: 'downloaded ids without a member' },
  'list.delete': { zh: '删除名单', en: 'removed a list' },
  'definition.create': { zh: '新建定义', en: 'made a definition' },
  'definition.edit': { zh: '编辑草稿', en: 'edited a draft' },
  'definition.change': { zh: '修改名称等属性', en: 'changed a label or key' },
  'definition.publish': { zh: '发布', en: 'published' },
  'definition.restore-version': { zh: '恢复旧版本', en: 'restored a version' },
  'definition.archive': { zh: '移到回收站', en: 'moved to the recycle bin' },
  'definition.restore': { zh: '从回收站恢复', en: 'took out of the recycle bin' },
  'definition.delete': { zh: '彻底删除', en: 'deleted for good' },
  'cutpoints.compute': { zh: '计算分界值', en: 'computed cutpoints' },
  'run.start': { zh: '开始运行', en: 'started a run' },
  'schedule.set': { zh: '设置定时', en: 'set a schedule' },
  'export.start': { zh: '开始导出', en: 'started an export' },
  'export.download': { zh: '下载导出文件', en: 'downloaded an export' },
  'job.cancel': { zh: '取消任务', en: 'cancelled a job' },
  'job.retry': { zh: '重试任务', en: 'retried a job' },
  'demo.remove': { zh: '移除演示数据', en: 'removed the demo data' },
} as const satisfies Partial<Record<`${AuditArea}.${string}`, LocalText>>;
export type AuditAction = keyof typeof auditActions;

/** Whether an area is one, as an address may say. */
export function isAuditArea(name: string): name is AuditArea {
  return Object.hasOwn(auditAreas, name);
}

/** An action in words; one that a newer version recorded as it is. */
export function auditActionText(action: string): LocalText {
  return isAuditAction(action) ? auditActions[action] : { zh: action, en: action };
}

function isAuditAction(action: string): action is AuditAction {
  return Object.hasOwn(auditActions, action);
}
