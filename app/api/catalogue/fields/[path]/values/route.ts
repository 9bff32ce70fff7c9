import { catalogueOperations } from '@/lib/contracts/operations/catalogue-operations';
import { fieldValues } from '@/lib/services/catalogue/field-values';
import { serve } from '../../../../serve';

export const GET = serve(catalogueOperations.fieldValues, ({ db, params, query }) =>
  fieldValues(db, params.path, query),
);
