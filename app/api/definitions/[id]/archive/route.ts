import { idParams } from '@/lib/contracts/id-params';
import { archiveDefinition } from '@/lib/services/definitions/archive';
import { handler } from '../../../handler';

export const POST = handler({ role: 'editor', params: idParams }, async ({ db, actor, params }) => ({
  definition: await archiveDefinition(db, actor, params.id),
}));
