import { memberEventParams } from '@/lib/contracts/id-params';
import { removeEvent } from '@/lib/services/members/remove-event';
import { handler } from '../../../../handler';

export const DELETE = handler(
  { role: 'editor', params: memberEventParams },
  ({ db, actor, params: { id, event } }) => removeEvent(db, actor, id, event),
);
