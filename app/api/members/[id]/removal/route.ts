import { memberOperations } from '@/lib/contracts/operations/member-operations';
import { memberRemoval } from '@/lib/services/members/remove-member';
import { serve } from '../../../serve';

export const GET = serve(memberOperations.removal, ({ db, params }) => memberRemoval(db, params.id));
