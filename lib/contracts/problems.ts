/** Every problem a user can meet: HTTP status and what, where and how to mend it, in both languages. */
export const problems = {
  'not-signed-in': {
    status: 401,
    zh: '登录已过期，请重新登录。',
    en: 'You are signed out. Sign in again to go on.',
  },
  'wrong-credentials': {
    status: 401,
    zh: '用户名或密码不正确。',
    en: 'The name or the password is not right.',
  },
  'too-many-attempts': {
    status: 429,
    zh: '尝试次数过多，请在 {seconds} 秒后再试。',
    en: 'Too many attempts. Try again in {seconds} seconds.',
  },
  'account-disabled': {
    status: 403,
    zh: '此账号已停用，请联系管理员。',
    en: 'This account is disabled. An admin can enable it.',
  },
  'sign-in-failed': {
    status: 401,
    zh: '登录没有完成，请重试；如仍失败，请联系管理员。',
    en: 'Signing in did not complete. Try again; if it fails again, ask an admin.',
  },
  'name-taken': {
    status: 409,
    zh: '名称“{name}”已被使用，请换一个。',
    en: 'The name {name} is taken. Choose another.',
  },
  'last-admin': {
    status: 409,
    zh: '“{name}”是最后一位可用的管理员，不能降级或停用。请先指定另一位管理员。',
    en: '{name} is the last active admin and can not be demoted or disabled. Make somebody else an admin first.',
  },
  'external-account': {
    status: 409,
    zh: '“{name}”通过企业身份登录，这里没有密码。',
    en: '{name} signs in with the identity provider and has no password here.',
  },
  'same-password': {
    status: 400,
    zh: '新密码不能与当前密码相同。',
    en: 'The new password must differ from the current one.',
  },
  'job-ended': {
    status: 409,
    zh: '任务已经结束，不能取消。',
    en: 'The job has ended already and can not be cancelled.',
  },
  'job-not-failed': {
    status: 409,
    zh: '只有失败或已取消的任务才能重试。',
    en: 'Only a job that failed or was cancelled can be tried again.',
  },
  'worker-lost': {
    status: 500,
    zh: '执行任务的进程多次中断，任务已停止。请查看服务器日志后重试。',
    en: 'The process doing this job died several times, so it was given up. See the log of the server, then try again.',
  },
  'not-allowed': {
    status: 403,
    zh: '需要“{role}”权限才能执行此操作，请联系管理员。',
    en: 'This takes the role {role}. An admin can grant it.',
  },
  'not-found': { status: 404, zh: '没有找到{what}。', en: '{what} was not found.' },
  'invalid-input': { status: 400, zh: '“{where}”填写有误：{why}', en: 'Check {where}: {why}' },
  'not-allowed-for-key': {
    status: 403,
    zh: '此 API 密钥没有访问这里的权限（需要：{scope}）。请管理员创建带此权限的密钥。',
    en: 'This API key may not do this (it takes: {scope}). An admin can create a key that may.',
  },
  'keys-not-accepted': {
    status: 403,
    zh: '这里不接受 API 密钥，请登录后操作。',
    en: 'API keys are not accepted here. Sign in to do this.',
  },
  'must-change-password': {
    status: 403,
    zh: '请先设置你自己的密码，然后继续。',
    en: 'Choose a password of your own first, then go on.',
  },
  'wrong-origin': {
    status: 403,
    zh: '此请求来自其他网站，已被拒绝。请在本系统的页面中操作。',
    en: 'This request came from another site and was refused. Do it from the pages of this system.',
  },
  'too-large': {
    status: 413,
    zh: '提交的内容超过 {limit}，请减小后重试。',
    en: 'What was sent is larger than {limit}. Make it smaller and try again.',
  },
  'not-json': { status: 400, zh: '请求内容不是有效的 JSON。', en: 'The body of the request is not JSON.' },
  'too-slow': {
    status: 503,
    zh: '计算超过了时间上限，已停止，数据没有变化。请缩小范围后重试。',
    en: 'This took longer than allowed and was stopped; nothing was changed. Narrow it down and try again.',
  },
  'members-missed': {
    status: 503,
    zh: '数据库多次返回的会员名单都不完整（少 {missed} 人，重复 {twice} 人），结果没有采用，数据没有变化。请稍后重试；如果再次出现，请管理员运行 tagloom doctor 检查数据库。',
    en: 'The database kept leaving out members ({missed} of them; {twice} came twice), so the result was not used and nothing was changed. Try again; if it happens again, an admin can check the database with tagloom doctor.',
  },
  'database-away': {
    status: 503,
    zh: '暂时连不上数据库，你的数据没有丢失。请稍后重试。',
    en: 'The database can not be reached at the moment; nothing of yours was lost. Try again shortly.',
  },
  cancelled: { status: 499, zh: '已取消。', en: 'Cancelled.' },
  'not-published': {
    status: 409,
    zh: '“{name}”还没有发布，请先发布再运行。',
    en: '{name} is not published yet. Publish it first.',
  },
  'not-undoable': {
    status: 409,
    zh: '“{name}”不能撤销：它正在进行、已经撤销、只是试导入，或是在能撤销之前导入的。',
    en: '{name} can’t be taken back: it is under way, taken back already, a trial, or from before that was possible.',
  },
  'import-running': {
    status: 409,
    zh: '“{name}”正在导入，请等它结束再来。',
    en: '{name} is being imported. Wait for it to end.',
  },
  'taking-back': {
    status: 409,
    zh: '正在撤销导入或删除会员，请等它结束再来。',
    en: 'An import is being taken back or a member removed. Wait for it to end.',
  },
  'already-running': {
    status: 409,
    zh: '“{name}”正在运行，请等它结束或先取消。',
    en: '{name} is being run already. Wait for it to end, or cancel it.',
  },
  'run-superseded': {
    status: 409,
    zh: '之后的一次运行已经完成，这次运行不再写入结果；如有需要，请重新运行。',
    en: 'A later run has finished in the meantime, so this one writes nothing any more. Run again if you need to.',
  },
  'not-executable': {
    status: 422,
    zh: '规则还不完整，无法执行：{why}',
    en: 'The rule can not be executed yet: {why}',
  },
  'invalid-schedule': {
    status: 400,
    zh: '“{cron}”不是可用的定时表达式，请写成五段 cron，例如 30 7 * * *。',
    en: '{cron} is not a schedule that ever comes. Write five cron fields, such as 30 7 * * *.',
  },
  'not-ready': {
    status: 409,
    zh: '文件还没有生成完成，请稍后再下载。',
    en: 'The file is not complete yet. Download it when the export is done.',
  },
  'unknown-column': {
    status: 400,
    zh: '没有“{column}”这一列，请重新选择。',
    en: 'There is no column {column}. Choose the columns again.',
  },
  'in-use': {
    status: 409,
    zh: '“{what}”正在被使用：{where}。请先在那里移除。',
    en: '{what} is in use: {where}. Remove it there first.',
  },
  'key-taken': {
    status: 409,
    zh: '标识“{key}”已被占用，请换一个。',
    en: 'The key {key} is taken. Choose another.',
  },
  'revision-conflict': {
    status: 409,
    zh: '在你编辑期间，{by} 已保存了另一个版本。请对照后再保存。',
    en: '{by} saved another version while you were editing. Compare before you save.',
  },
  'upload-gone': {
    status: 410,
    zh: '上传的文件已被清理，请重新上传。',
    en: 'The uploaded file has been removed. Upload it again.',
  },
  'not-text': {
    status: 422,
    zh: '这个文件读不出表格。请上传 CSV、TSV、文本、JSON 或 .xlsx 文件；旧的 .xls 请先另存为 .xlsx。',
    en: 'No table can be read from this file. Upload CSV, TSV, text, JSON or .xlsx; save an old .xls as .xlsx first.',
  },
  'not-a-workbook': {
    status: 422,
    zh: '这个文件不是 .xlsx 工作簿，或者已损坏。请用 Excel 打开后另存为 .xlsx 再上传。',
    en: 'This is no .xlsx workbook, or it is damaged. Open it in Excel, save it as .xlsx and upload that.',
  },
  'no-such-sheet': {
    status: 422,
    zh: '工作簿里没有名为“{sheet}”的工作表，可选的有：{known}。',
    en: 'The workbook has no sheet {sheet}. There are: {known}.',
  },
  'broken-archive': {
    status: 422,
    zh: '压缩文件已损坏或没有传完，请重新压缩后上传。',
    en: 'The compressed file is damaged or was cut off. Pack it again and upload that.',
  },
  'unpacks-too-large': {
    status: 413,
    zh: '文件解压后超过 {limit}，或超过压缩前的 {ratio} 倍，已拒绝读取。请拆分后再上传。',
    en: 'Unpacked, the file is larger than {limit} or more than {ratio} times its packed size, and was refused. Split it.',
  },
  'mapping-differs': {
    status: 422,
    zh: '无法开始导入：{why}。',
    en: 'The import can not start: {why}.',
  },
  'values-do-not-fit': {
    status: 409,
    zh: '“{path}”有 {n} 个值不符合新类型。请确认删除这些值，或保留原类型。',
    en: '{n} values of {path} don’t fit the new type. Confirm that they are removed, or keep the type.',
  },
  'key-fixed': {
    status: 409,
    zh: '“{name}”已经发布过，标识不能再改。',
    en: '{name} has been published: its key can not change any more.',
  },
  archived: {
    status: 409,
    zh: '“{name}”在回收站里，请先恢复。',
    en: '{name} is in the recycle bin. Restore it first.',
  },
  'not-archived': {
    status: 409,
    zh: '只有回收站里的才能彻底删除，请先把“{name}”移到回收站。',
    en: 'Only what is in the recycle bin can be deleted for good. Move {name} there first.',
  },
  'nothing-to-publish': {
    status: 409,
    zh: '“{name}”的草稿和已发布的版本 {version} 相同，无需发布。',
    en: 'The draft of {name} is the same as version {version}, which is published already.',
  },
  'too-many-events': {
    status: 422,
    zh: '该会员有超过 {limit} 条相关行为，无法逐条解释。',
    en: 'This member has more than {limit} of the events that the rule reads: too many to explain one by one.',
  },
  'demo-not-empty': {
    status: 409,
    zh: '这里已经有会员数据，不能再生成演示数据。',
    en: 'There are members here already, so no demo data are made.',
  },
  'not-enough-points': {
    status: 409,
    zh: '积分不够：现有 {balance} 积分，需要 {points} 积分。',
    en: 'There are not enough points: {balance} are there, {points} are needed.',
  },
  'key-reused': {
    status: 409,
    zh: '这个幂等键已用于另一笔 {points} 积分的记录，请换一个新的键。',
    en: 'This key belongs to another booking, of {points} points. Send a new key.',
  },
  'points-given': {
    status: 409,
    zh: '“{name}”已经发过积分，不能删除；不再需要时可以暂停。',
    en: '{name} has given points already, so it can not be deleted. Pause it instead.',
  },
  internal: {
    status: 500,
    zh: '服务器出错了，你的数据没有丢失。请稍后重试，并把编号 {id} 告诉管理员。',
    en: 'The server failed; nothing of yours was lost. Try again, and give an admin the number {id}.',
  },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;

export type ProblemCode = keyof typeof problems;

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code);
}
