import { z } from 'zod';
import { collection } from '@/lib/db/collections';
import { defineJob, type JobContext } from '@/lib/jobs/handler';
import { endOfOrds } from '@/lib/services/members/ord';
import { removeDefinition } from './remove-definition';

const params = z.object({ definition: z.string() });
/** Members in one update. */
const batch = 1_000;
/** Places of members in one update. */
const range = 10_000;

/** Takes the values of a deleted tag or layering off the members, then removes the definition itself. Can be started again at any point. */
export const deleteDefinitionJob = defineJob({
  kind: 'delete-definition',
  params,
  async run(context) {
    const { db } = context;
    const { definition: id } = context.params;
    const definition = await collection(db, 'definitions').findOne({ _id: id, deleting: true });
    if (!definition) return null;
    const takeOff = definition.kind === 'layering' ? takeLayersOff : takeValuesOff;
    const members = await takeOff(context, definition.key);
    await removeDefinition(db, id);
    return { members };
  },
  /** Back in the recycle bin, from where it can be deleted again. */
  async ended({ db, params: { definition } }) {
    await collection(db, 'definitions').updateOne({ _id: definition }, { $unset: { deleting: true } });
  },
});

type Context = JobContext<z.infer<typeof params>>;

/** By ranges of `ord`: there is no index on layers. */
async function takeLayersOff({ db, progress, fenced }: Context, key: string): Promise<number> {
  const members = collection(db, 'members');
  const path = `layers.${key}`;
  const total = await endOfOrds(db);
  let taken = 0;
  for (let from = 0; from < total; from += range) {
    progress(from, total, 'write');
    await fenced.hold();
    const { modifiedCount } = await members.updateMany(
      { ord: { $gte: from, $lt: from + range }, [path]: { $exists: true } },
      { $unset: { [path]: '' }, $set: { updatedAt: new Date() } },
    );
    taken += modifiedCount;
  }
  return taken;
}

async function takeValuesOff({ db, signal, progress, fenced }: Context, key: string): Promise<number> {
  const members = collection(db, 'members');
  // `;` follows `:`, so this range is every value of the key and nothing else.
  const carrying = { tags: { $elemMatch: { $gte: `${key}:`, $lt: `${key};` } } };
  const total = await members.countDocuments(carrying, { signal });
  for (let done = 0; ; ) {
    progress(done, total, 'write');
    await fenced.hold();
    const found = await members
      .find(carrying, { projection: { tags: 1 }, limit: batch, batchSize: batch, signal })
      .toArray();
    if (found.length === 0) return done;
    const values = new Set(found.flatMap(({ tags }) => tags.filter((tag) => tag.startsWith(`${key}:`))));
    await members.updateMany(
      { _id: { $in: found.map(({ _id }) => _id) } },
      {
        $pull: { tags: { $in: [...values] } },
        $unset: { [`tagSince.${key}`]: '' },
        $set: { updatedAt: new Date() },
      },
    );
    done += found.length;
  }
}
