import { countOperations } from '@/lib/contracts/operations/count-operations';
import { answerMembers } from '@/lib/services/counts/answer-members';
import { serve } from '../../serve';

export const POST = serve(countOperations.members, ({ db, body, signal }) => answerMembers(db, body, signal));
