import { publishPreviewQuerySchema } from '@/lib/contracts/definitions';
import { idParams } from '@/lib/contracts/id-params';
import { instantOf } from '@/lib/counting/instant';
import { previewPublication } from '@/lib/services/versions/preview-publication';
import { handler } from '../../../../handler';

export const POST = handler(
  { role: 'viewer', params: idParams, body: publishPreviewQuerySchema },
  async ({ db, params, body, signal }) =>
    previewPublication(db, params.id, await instantOf(db, body.asOf), signal),
);
