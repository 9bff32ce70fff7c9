import { eventTypeEditSchema, typeParams } from '@/lib/contracts/catalogue';
import { editEventType } from '@/lib/services/catalogue/edit-event-type';
import { handler } from '../../../handler';

export const PUT = handler(
  { role: 'editor', params: typeParams, body: eventTypeEditSchema },
  async ({ db, actor, params, body }) => ({ eventType: await editEventType(db, actor, params.type, body) }),
);
