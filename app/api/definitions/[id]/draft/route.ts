import { definitionOperations } from '@/lib/contracts/operations/definition-operations';
import { saveDraft } from '@/lib/services/definitions/save-draft';
import { serve } from '../../../serve';
import { savedOrConflict } from '../../conflict';

export const PUT = serve(definitionOperations.saveDraft, async ({ db, actor, params, body }) =>
  savedOrConflict(await saveDraft(db, actor, params.id, body), (saved) => saved),
);
