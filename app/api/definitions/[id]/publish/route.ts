import { publishSchema } from '@/lib/contracts/definitions';
import { idParams } from '@/lib/contracts/id-params';
import { instantOf } from '@/lib/counting/instant';
import { toDefinition } from '@/lib/services/definitions/definition-dto';
import { publish } from '@/lib/services/versions/publish';
import { runPublished } from '@/lib/services/versions/run-published';
import { handler } from '../../../handler';
import { savedOrConflict } from '../../conflict';

export const POST = handler(
  { role: 'approver', params: idParams, body: publishSchema },
  async ({ db, actor, params, body, signal }) => {
    const asOf = await instantOf(db, body.asOf);
    const saved = await publish(db, actor, params.id, body, asOf, signal);
    return savedOrConflict(saved, async ({ definition, version }) => ({
      version,
      run: body.run ? await runPublished(db, actor, definition, asOf) : null,
      definition: await toDefinition(db, definition),
    }));
  },
);
