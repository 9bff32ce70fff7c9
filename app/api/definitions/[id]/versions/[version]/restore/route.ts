import { restoreSchema } from '@/lib/contracts/definitions';
import { restoreVersion } from '@/lib/services/versions/restore-version';
import { handler } from '../../../../../handler';
import { savedOrConflict } from '../../../../conflict';
import { versionParams } from '../../version-params';

export const POST = handler(
  { role: 'editor', params: versionParams, body: restoreSchema },
  async ({ db, actor, params, body }) => {
    const saved = await restoreVersion(db, actor, params.id, params.version, body.revision);
    return savedOrConflict(saved, (definition) => ({ definition }));
  },
);
