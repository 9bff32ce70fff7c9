import { pathParams, typeChangeSchema } from '@/lib/contracts/catalogue';
import { changeType } from '@/lib/services/catalogue/change-type';
import { handler } from '../../../../handler';

export const POST = handler(
  { role: 'editor', params: pathParams, body: typeChangeSchema },
  ({ db, actor, params, body, signal }) => changeType(db, actor, params.path, body, signal),
);
