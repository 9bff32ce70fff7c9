import { idParams } from '@/lib/contracts/id-params';
import { deleteList } from '@/lib/services/lists/delete-list';
import { findList, toList } from '@/lib/services/lists/list-dto';
import { handler } from '../../handler';

export const GET = handler({ role: 'viewer', scope: 'import', params: idParams }, async ({ db, params }) => ({
  list: toList(await findList(db, params.id)),
}));

/** In the background; the answer is the list in the state `deleting`. */
export const DELETE = handler({ role: 'editor', params: idParams }, async ({ db, actor, params }) => ({
  list: await deleteList(db, actor, params.id),
}));
