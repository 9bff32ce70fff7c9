import { createApiKeyBody } from '@/lib/contracts/api-keys';
import { createApiKey, listApiKeys } from '@/lib/services/api-keys/api-keys';
import { handler } from '../handler';

export const GET = handler({ role: 'admin' }, async ({ db }) => ({ keys: await listApiKeys(db) }));

export const POST = handler({ role: 'admin', body: createApiKeyBody }, ({ db, actor, body }) =>
  createApiKey(db, actor, body),
);
