import { cutpointOperations } from '@/lib/contracts/operations/cutpoint-operations';
import { findSet } from '@/lib/services/cutpoints/cutpoint-dto';
import { serve } from '../../../../serve';

export const GET = serve(cutpointOperations.get, async ({ db, params: { id, number } }) => ({
  set: await findSet(db, id, number),
}));
