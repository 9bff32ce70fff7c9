import { apiKeyDto, apiKeyListDto, createApiKeyBody, issuedApiKeyDto } from '../api-keys';
import { idParams } from '../id-params';
import { operation } from './operation';

/** Keys for programs. */
export const apiKeyOperations = {
  list: operation({
    method: 'GET',
    path: '/api/api-keys',
    is: { zh: '列出 API 密钥。', en: 'Lists the API keys.' },
    role: 'admin',
    answer: apiKeyListDto,
    about: 'api-keys',
  }),
  create: operation({
    method: 'POST',
    path: '/api/api-keys',
    is: { zh: '新建 API 密钥；密钥只显示这一次。', en: 'Makes an API key; its token is shown this once.' },
    role: 'admin',
    body: createApiKeyBody,
    answer: issuedApiKeyDto,
    changes: ['api-keys'],
  }),
  revoke: operation({
    method: 'DELETE',
    path: '/api/api-keys/{id}',
    is: { zh: '停用 API 密钥；记录保留。', en: 'Ends an API key at once; its record stays.' },
    role: 'admin',
    params: idParams,
    answer: apiKeyDto,
    problems: ['not-found'],
    changes: ['api-keys'],
  }),
};
