import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import { countMembers, countName } from '@/rules-engine/index';
import { benchGraph } from './bench-graph';
import { portsOf } from './bench-rules';
import { type Measure, seconds, sideBySide } from './report';

/** All ports of a graph in one pass, against one pass for each port. */
export async function countingMeasure(db: Db, members: number): Promise<Measure> {
  const predicates = portsOf(benchGraph);
  const run = (stages: ReturnType<typeof countMembers>) =>
    collection(db, 'members').aggregate<Record<string, number>>(stages).toArray();
  const together: number[] = [];
  const apart: number[] = [];
  const took = await sideBySide(
    3,
    async () => {
      const [counts] = await run(countMembers(predicates));
      together.splice(0, predicates.length, ...predicates.map((_, i) => counts?.[countName(i)] ?? 0));
    },
    async () => {
      for (const [i, predicate] of predicates.entries()) {
        const [counts] = await run(countMembers([predicate]));
        apart[i] = counts?.[countName(0)] ?? 0;
      }
    },
  );
  if (together.join() !== apart.join()) throw new Error('One pass and many passes count differently.');
  return {
    name: `count ${predicates.length} ports of 12 nodes, ${members.toLocaleString('en')} members`,
    ours: `${seconds(took.ours)} in one pass`,
    theirs: `${seconds(took.theirs)} one count per port`,
    ratio: took.theirs / took.ours,
    promised: 1,
  };
}
