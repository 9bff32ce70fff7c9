import { idParams } from '@/lib/contracts/id-params';
import { restoreDefinition } from '@/lib/services/definitions/archive';
import { handler } from '../../../handler';

export const POST = handler({ role: 'editor', params: idParams }, async ({ db, actor, params }) => ({
  definition: await restoreDefinition(db, actor, params.id),
}));
