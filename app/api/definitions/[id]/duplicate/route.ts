import { duplicateSchema } from '@/lib/contracts/definitions';
import { idParams } from '@/lib/contracts/id-params';
import { duplicateDefinition } from '@/lib/services/definitions/create-definition';
import { handler } from '../../../handler';

export const POST = handler(
  { role: 'editor', params: idParams, body: duplicateSchema },
  async ({ db, actor, params, body }) => ({
    definition: await duplicateDefinition(db, actor, params.id, body),
  }),
);
