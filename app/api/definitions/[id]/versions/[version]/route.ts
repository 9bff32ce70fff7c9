import { publicationOperations } from '@/lib/contracts/operations/publication-operations';
import { versionDetail } from '@/lib/services/versions/version-dto';
import { serve } from '../../../../serve';

export const GET = serve(publicationOperations.version, async ({ db, params }) => ({
  version: await versionDetail(db, params.id, params.version),
}));
