import { memberEventParams } from '@/lib/contracts/id-params';
import { eventRemoval } from '@/lib/services/members/remove-event';
import { handler } from '../../../../../handler';

export const GET = handler({ role: 'editor', params: memberEventParams }, ({ db, params: { id, event } }) =>
  eventRemoval(db, id, event),
);
