import { catalogueOperations } from '@/lib/contracts/operations/catalogue-operations';
import { propertyValues } from '@/lib/services/catalogue/field-values';
import { serve } from '../../../../../serve';

export const GET = serve(catalogueOperations.eventValues, ({ db, params, query }) =>
  propertyValues(db, params.type, params.path, query),
);
