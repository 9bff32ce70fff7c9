import { catalogueOperations } from '@/lib/contracts/operations/catalogue-operations';
import { usageOf } from '@/lib/services/catalogue/usage';
import { serve } from '../../../../serve';

export const GET = serve(catalogueOperations.fieldUsage, async ({ db, params }) => ({
  usage: await usageOf(db, { kind: 'field', path: params.path }),
}));
