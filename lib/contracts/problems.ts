/** Every problem a user can meet: HTTP status and what, where and how to mend it, in both languages. */
export const problems = {
  'not-signed-in': { status: 401, zh: '登录已过期,请重新登录。', en: 'You are signed out. Sign in again to go on.' },
  'not-allowed': {
    status: 403,
    zh: '需要“{role}”权限才能执行此操作,请联系管理员。',
    en: 'This takes the role {role}. An admin can grant it.',
  },
  'not-found': { status: 404, zh: '没有找到{what}。', en: '{what} was not found.' },
  'invalid-input': { status: 400, zh: '“{where}”填写有误:{why}', en: 'Check {where}: {why}' },
  internal: {
    status: 500,
    zh: '服务器出错了,你的数据没有丢失。请稍后重试,并把编号 {id} 告诉管理员。',
    en: 'The server failed; nothing of yours was lost. Try again, and give an admin the number {id}.',
  },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;

export type ProblemCode = keyof typeof problems;
