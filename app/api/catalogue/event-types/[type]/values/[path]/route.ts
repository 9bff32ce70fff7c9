import { pathParams, typeParams, valuesQuerySchema } from '@/lib/contracts/catalogue';
import { propertyValues } from '@/lib/services/catalogue/field-values';
import { handler } from '../../../../../handler';

export const GET = handler(
  { role: 'viewer', params: typeParams.extend(pathParams.shape), query: valuesQuerySchema },
  ({ db, params, query }) => propertyValues(db, params.type, params.path, query),
);
