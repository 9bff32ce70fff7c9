import { usageAnswerSchema } from '../catalogue';
import { idParams } from '../id-params';
import { listAnswerSchema, listListSchema, newListSchema, unmatchedQuerySchema } from '../lists';
import { fileProblems } from './file-problems';
import { operation } from './operation';

/** Uploaded lists of ids. Members of a list: `members.list` with `list`. */
export const listOperations = {
  list: operation({
    method: 'GET',
    path: '/api/lists',
    is: { zh: '列出名单，最近的在前。', en: 'Lists the uploaded lists, newest first.' },
    role: 'viewer',
    answer: listListSchema,
    about: 'lists',
  }),
  create: operation({
    method: 'POST',
    path: '/api/lists',
    is: {
      zh: '用已上传的文件新建名单，在后台匹配会员；查询到状态为 ready 为止。',
      en: 'Makes a list of an uploaded file and matches its ids in the background; ask for it until it is ready.',
    },
    role: 'editor',
    scope: 'import',
    body: newListSchema,
    answer: listAnswerSchema,
    problems: fileProblems,
    changes: ['lists', 'jobs', 'definitions'],
  }),
  get: operation({
    method: 'GET',
    path: '/api/lists/{id}',
    is: {
      zh: '查看一份名单：状态和匹配数量。',
      en: 'Shows one list: its state, and how much of it matched.',
    },
    role: 'viewer',
    scope: 'import',
    params: idParams,
    answer: listAnswerSchema,
    problems: ['not-found'],
    about: 'lists',
  }),
  delete: operation({
    method: 'DELETE',
    path: '/api/lists/{id}',
    is: {
      zh: '删除名单（后台进行）；会员不受影响。',
      en: 'Removes a list in the background; its members stay.',
    },
    role: 'editor',
    params: idParams,
    answer: listAnswerSchema,
    problems: ['not-found', 'in-use', 'already-running'],
    changes: ['lists', 'jobs', 'members', 'definitions'],
  }),
  usage: operation({
    method: 'GET',
    path: '/api/lists/{id}/usage',
    is: { zh: '查看哪些规则用到这份名单。', en: 'Tells which rules read a list.' },
    role: 'viewer',
    params: idParams,
    answer: usageAnswerSchema,
    problems: ['not-found'],
    about: 'lists',
  }),
  unmatchedFile: operation({
    method: 'GET',
    path: '/api/lists/{id}/unmatched.csv',
    is: {
      zh: '下载没有匹配到会员的 id：行号、id 和原因。',
      en: 'Downloads the ids that no member has: line, id and why.',
    },
    role: 'editor',
    scope: 'import',
    params: idParams,
    query: unmatchedQuerySchema,
    answer: { file: ['text/csv; charset=utf-8'] },
    problems: ['not-found', 'not-ready', ...fileProblems],
    about: 'lists',
  }),
};
