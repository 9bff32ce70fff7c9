import { memberOperations } from '@/lib/contracts/operations/member-operations';
import { listMembers } from '@/lib/services/members/list-members';
import { serve } from '../serve';

export const GET = serve(memberOperations.list, ({ db, query, signal }) => listMembers(db, query, signal));
