import { pathParams, valuesQuerySchema } from '@/lib/contracts/catalogue';
import { fieldValues } from '@/lib/services/catalogue/field-values';
import { handler } from '../../../../handler';

export const GET = handler(
  { role: 'viewer', params: pathParams, query: valuesQuerySchema },
  ({ db, params, query }) => fieldValues(db, params.path, query),
);
