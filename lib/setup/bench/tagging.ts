import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import { openTo } from '@/lib/jobs/member-writes';
import { classify } from '@/lib/services/runs/classify';
import { heldValues } from '@/lib/services/runs/held-values';
import type { Change } from '@/lib/services/runs/write-differences';
import { writeTag } from '@/lib/services/runs/write-tag';
import { type CompiledOutput, rule } from '@/rules-engine/index';
import { type Measure, perSecond, seconds, timed } from './report';

const everyone: CompiledOutput[] = [
  { node: 'out', value: 'yes', label: { zh: '是', en: 'yes' }, members: rule.always, predicate: rule.always },
];

async function tag(db: Db, key: string): Promise<Change> {
  const due = await classify(db, everyone);
  const held = await heldValues(db, key, ['yes']);
  return writeTag(db, {
    key,
    run: 'bench',
    at: new Date(),
    due,
    outputs: ['yes'],
    held,
    whenEmpty: 'clear',
    onRange: async () => openTo(`tag:${key}`, 1),
  });
}

/** Tags every member, against one raw updateMany that sets a field, adds to an array and stamps the change. */
export async function taggingMeasures(db: Db, members: number): Promise<Measure[]> {
  const raw = await timed(() =>
    collection(db, 'members').updateMany({}, { $push: { tags: 'raw:yes' }, $set: { updatedAt: new Date() } }),
  );
  const ours = await timed(() => tag(db, 'bench'));
  const again = { change: null as Change | null };
  const rerun = await timed(async () => {
    again.change = await tag(db, 'bench');
  });
  const { entered, left, changed } = again.change ?? { entered: -1, left: -1, changed: -1 };
  if (entered + left + changed !== 0) throw new Error('A rerun without changes wrote something.');
  return [
    {
      name: `tag ${members.toLocaleString('en')} members`,
      ours: `${seconds(ours)}, ${perSecond(members, ours)}`,
      theirs: `raw updateMany ${seconds(raw)}, ${perSecond(members, raw)}`,
      ratio: raw / ours,
      promised: 1 / 1.5,
    },
    {
      name: 'tag them again: nothing written',
      ours: seconds(rerun),
      theirs: `the first time ${seconds(ours)}`,
      ratio: null,
      promised: null,
    },
  ];
}
