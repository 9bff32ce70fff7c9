import { z } from 'zod';
import { collection } from '@/lib/db/collections';
import { defineJob, type JobContext } from '@/lib/jobs/handler';
import { removeDefinition } from './remove-definition';

const params = z.object({ definition: z.string() });
/** Members in one update. */
const batch = 1_000;

/** Takes the values of a deleted tag off the members, then removes the tag itself. Can be started again at any point. */
export const deleteDefinitionJob = defineJob({
  kind: 'delete-definition',
  params,
  async run(context) {
    const { db } = context;
    const { definition: id } = context.params;
    const definition = await collection(db, 'definitions').findOne({ _id: id, deleting: true });
    if (!definition) return null;
    const members = await takeValuesOff(context, definition.key);
    await removeDefinition(db, id);
    return { members };
  },
  /** Back in the recycle bin, from where it can be deleted again. */
  async ended({ db, params: { definition } }) {
    await collection(db, 'definitions').updateOne({ _id: definition }, { $unset: { deleting: true } });
  },
});

async function takeValuesOff(
  { db, signal, progress, fenced }: JobContext<z.infer<typeof params>>,
  key: string,
): Promise<number> {
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
