import { memberOperations } from '@/lib/contracts/operations/member-operations';
import { revealMember } from '@/lib/services/members/member-detail';
import { serve } from '../../../serve';

/** A person looks at one member; never an API key. */
export const POST = serve(memberOperations.reveal, ({ db, actor, params }) =>
  revealMember(db, actor, params.id),
);
