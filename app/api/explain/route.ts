import { explainQuerySchema } from '@/lib/contracts/counts';
import { explainMember } from '@/lib/services/explain/explain-member';
import { handler } from '../handler';

export const POST = handler(
  { role: 'viewer', scope: 'read:members', body: explainQuerySchema },
  ({ db, actor, body, signal }) => explainMember(db, actor, body, signal),
);
