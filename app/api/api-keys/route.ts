import { apiKeyOperations } from '@/lib/contracts/operations/api-key-operations';
import { createApiKey, listApiKeys } from '@/lib/services/api-keys/api-keys';
import { serve } from '../serve';

export const GET = serve(apiKeyOperations.list, async ({ db }) => ({ keys: await listApiKeys(db) }));

export const POST = serve(apiKeyOperations.create, ({ db, actor, body }) => createApiKey(db, actor, body));
