import { memberOperations } from '@/lib/contracts/operations/member-operations';
import { memberTimeline } from '@/lib/services/members/timeline';
import { serve } from '../../../serve';

export const GET = serve(memberOperations.events, ({ db, params, query }) =>
  memberTimeline(db, params.id, query),
);
