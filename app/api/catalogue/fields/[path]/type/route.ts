import { catalogueOperations } from '@/lib/contracts/operations/catalogue-operations';
import { changeType } from '@/lib/services/catalogue/change-type';
import { serve } from '../../../../serve';

export const POST = serve(catalogueOperations.changeFieldType, ({ db, actor, params, body, signal }) =>
  changeType(db, actor, params.path, body, signal),
);
