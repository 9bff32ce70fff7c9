import { memberOperations } from '@/lib/contracts/operations/member-operations';
import { eventRemoval } from '@/lib/services/members/remove-event';
import { serve } from '../../../../../serve';

export const GET = serve(memberOperations.eventRemoval, ({ db, params: { id, event } }) =>
  eventRemoval(db, id, event),
);
