import { memberOperations } from '@/lib/contracts/operations/member-operations';
import { removeEvent } from '@/lib/services/members/remove-event';
import { serve } from '../../../../serve';

export const DELETE = serve(memberOperations.removeEvent, ({ db, actor, params: { id, event } }) =>
  removeEvent(db, actor, id, event),
);
