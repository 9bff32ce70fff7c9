import { countOperations } from '@/lib/contracts/operations/count-operations';
import { explainMember } from '@/lib/services/explain/explain-member';
import { serve } from '../serve';

export const POST = serve(countOperations.explain, ({ db, actor, body, signal }) =>
  explainMember(db, actor, body, signal),
);
