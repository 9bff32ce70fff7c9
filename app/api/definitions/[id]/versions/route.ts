import { publicationOperations } from '@/lib/contracts/operations/publication-operations';
import { listVersions } from '@/lib/services/versions/version-dto';
import { serve } from '../../../serve';

export const GET = serve(publicationOperations.versions, async ({ db, params }) => ({
  versions: await listVersions(db, params.id),
}));
