import { listOperations } from '@/lib/contracts/operations/list-operations';
import { createList } from '@/lib/services/lists/create-list';
import { allLists } from '@/lib/services/lists/list-dto';
import { serve } from '../serve';

export const GET = serve(listOperations.list, async ({ db }) => ({ lists: await allLists(db) }));

export const POST = serve(listOperations.create, async ({ db, actor, body }) => ({
  list: await createList(db, actor, body),
}));
