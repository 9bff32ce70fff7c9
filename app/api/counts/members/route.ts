import { portMembersQuerySchema } from '@/lib/contracts/counts';
import { answerMembers } from '@/lib/counting/answer-members';
import { handler } from '../../handler';

export const POST = handler(
  { role: 'viewer', scope: 'read:members', body: portMembersQuerySchema },
  ({ db, body, signal }) => answerMembers(db, body, signal),
);
