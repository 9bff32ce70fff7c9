import { idParams } from '@/lib/contracts/id-params';
import { timelineQuerySchema } from '@/lib/contracts/members';
import { memberTimeline } from '@/lib/services/members/timeline';
import { handler } from '../../../handler';

export const GET = handler(
  { role: 'viewer', scope: 'read:members', params: idParams, query: timelineQuerySchema },
  ({ db, params, query }) => memberTimeline(db, params.id, query),
);
