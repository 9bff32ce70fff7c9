import { catalogueOperations } from '@/lib/contracts/operations/catalogue-operations';
import { editEventType } from '@/lib/services/catalogue/edit-event-type';
import { serve } from '../../../serve';

export const PUT = serve(catalogueOperations.editEventType, async ({ db, actor, params, body }) => ({
  eventType: await editEventType(db, actor, params.type, body),
}));
