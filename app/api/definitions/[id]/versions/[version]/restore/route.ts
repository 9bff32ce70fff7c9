import { publicationOperations } from '@/lib/contracts/operations/publication-operations';
import { restoreVersion } from '@/lib/services/versions/restore-version';
import { serve } from '../../../../../serve';
import { savedOrConflict } from '../../../../conflict';

export const POST = serve(publicationOperations.restoreVersion, async ({ db, actor, params, body }) => {
  const saved = await restoreVersion(db, actor, params.id, params.version, body.revision);
  return savedOrConflict(saved, (definition) => ({ definition }));
});
