import { draftSaveSchema } from '@/lib/contracts/definitions';
import { idParams } from '@/lib/contracts/id-params';
import { saveDraft } from '@/lib/services/definitions/save-draft';
import { handler } from '../../../handler';
import { savedOrConflict } from '../../conflict';

export const PUT = handler(
  { role: 'editor', params: idParams, body: draftSaveSchema },
  async ({ db, actor, params, body }) =>
    savedOrConflict(await saveDraft(db, actor, params.id, body), (saved) => saved),
);
