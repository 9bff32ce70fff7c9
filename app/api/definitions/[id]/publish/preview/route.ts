import { publicationOperations } from '@/lib/contracts/operations/publication-operations';
import { instantOf } from '@/lib/counting/instant';
import { previewPublication } from '@/lib/services/versions/preview-publication';
import { serve } from '../../../../serve';

export const POST = serve(publicationOperations.preview, async ({ db, params, body, signal }) =>
  previewPublication(db, params.id, await instantOf(db, body.asOf), signal),
);
