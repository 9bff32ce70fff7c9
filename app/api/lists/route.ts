import { newListSchema } from '@/lib/contracts/lists';
import { createList } from '@/lib/services/lists/create-list';
import { allLists } from '@/lib/services/lists/list-dto';
import { handler } from '../handler';

export const GET = handler({ role: 'viewer' }, async ({ db }) => ({ lists: await allLists(db) }));

export const POST = handler(
  { role: 'editor', scope: 'import', body: newListSchema },
  async ({ db, actor, body }) => ({
    list: await createList(db, actor, body),
  }),
);
