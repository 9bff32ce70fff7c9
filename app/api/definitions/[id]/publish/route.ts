import { publicationOperations } from '@/lib/contracts/operations/publication-operations';
import { instantOf } from '@/lib/counting/instant';
import { toDefinition } from '@/lib/services/definitions/definition-dto';
import { publish } from '@/lib/services/versions/publish';
import { runPublished } from '@/lib/services/versions/run-published';
import { serve } from '../../../serve';
import { savedOrConflict } from '../../conflict';

export const POST = serve(publicationOperations.publish, async ({ db, actor, params, body, signal }) => {
  const asOf = await instantOf(db, body.asOf);
  const saved = await publish(db, actor, params.id, body, asOf, signal);
  return savedOrConflict(saved, async ({ definition, version }) => ({
    version,
    run: body.run ? await runPublished(db, actor, definition, asOf) : null,
    definition: await toDefinition(db, definition),
  }));
});
