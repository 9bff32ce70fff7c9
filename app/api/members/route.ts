import { memberQuerySchema } from '@/lib/contracts/members';
import { listMembers } from '@/lib/services/members/list-members';
import { handler } from '../handler';

export const GET = handler(
  { role: 'viewer', scope: 'read:members', query: memberQuerySchema },
  ({ db, query, signal }) => listMembers(db, query, signal),
);
