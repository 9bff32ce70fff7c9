import { listOperations } from '@/lib/contracts/operations/list-operations';
import { deleteList } from '@/lib/services/lists/delete-list';
import { findList, toList } from '@/lib/services/lists/list-dto';
import { serve } from '../../serve';

export const GET = serve(listOperations.get, async ({ db, params }) => ({
  list: toList(await findList(db, params.id)),
}));

/** In the background; the answer is the list in the state `deleting`. */
export const DELETE = serve(listOperations.delete, async ({ db, actor, params }) => ({
  list: await deleteList(db, actor, params.id),
}));
