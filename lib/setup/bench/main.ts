import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { MongoClient } from 'mongodb';
import { ensureIndexes } from '@/lib/db/indexes';
import { countingMeasure } from './counting';
import { evaluationMeasures } from './evaluation';
import { exportingMeasure } from './exporting';
import { importingMeasure } from './importing';
import { layeringMeasures } from './layering';
import { mirrorMeasures } from './mirror';
import { mirrorEngineMeasures } from './mirror-engine';
import { type Measure, machine, table } from './report';
import { insertSynthetic } from './synthetic-members';
import { taggingMeasures } from './tagging';

/** Sizes of the default run, which fits in 15 minutes on two cores; larger ones, and some of the steps, by option. */
const { values } = parseArgs({
  options: {
    members: { type: 'string', default: '200000' },
    rows: { type: 'string', default: '1000000' },
    events: { type: 'string', default: '200000' },
    generated: { type: 'string', default: '10000000' },
    only: { type: 'string', multiple: true },
  },
});
const members = Number(values.members);
const rows = Number(values.rows);
const events = Number(values.events);
const generated = Number(values.generated);

const groups = [
  'evaluation',
  'import',
  'counting',
  'mirror',
  'engine',
  'tagging',
  'layering',
  'export',
] as const;
type Group = (typeof groups)[number];
const unknown = values.only?.find((name) => groups.every((group) => group !== name));
if (unknown !== undefined)
  throw new Error(`${unknown} can't be measured: choose among ${groups.join(', ')}.`);
const wanted = (...some: Group[]) => some.some((group) => values.only?.includes(group) ?? true);

const client = await MongoClient.connect(process.env.MONGODB_URI ?? '');
const db = client.db(`tagloom_bench_${randomBytes(6).toString('hex')}`);
const measures: Measure[] = [];

/** Does what any of the groups needs, unless others were asked for. */
async function step(
  name: string,
  some: readonly Group[],
  work: () => Promise<Measure[]> | Measure[],
): Promise<void> {
  if (!wanted(...some)) return;
  const began = performance.now();
  process.stderr.write(`${name} … `);
  measures.push(...(await work()));
  process.stderr.write(`${Math.round((performance.now() - began) / 1000)} s\n`);
}

try {
  await ensureIndexes(db);
  await step('evaluation', ['evaluation'], evaluationMeasures);
  await step('import', ['import'], async () => [await importingMeasure(db, events)]);
  await db.dropDatabase();
  await ensureIndexes(db);
  await step(`${members} members`, ['counting', 'mirror', 'tagging', 'layering', 'export'], async () =>
    insertSynthetic(db, 0, members).then(() => []),
  );
  await step('counting', ['counting'], async () => [await countingMeasure(db, members)]);
  await step('mirror', ['mirror'], () => mirrorMeasures(db, members));
  await step('mirror, engine alone', ['engine'], () => mirrorEngineMeasures(members));
  await step(`mirror, ${generated} generated members`, ['engine'], () => mirrorEngineMeasures(generated));
  await step('tagging', ['tagging'], () => taggingMeasures(db, members));
  await step('layering', ['layering'], () => layeringMeasures(db, members));
  await step(`${rows} members`, ['export'], async () => insertSynthetic(db, members, rows).then(() => []));
  await step('export', ['export'], async () => [await exportingMeasure(db, rows)]);
  process.stdout.write(`${machine()}\n\n${table(measures)}\n`);
} finally {
  await db.dropDatabase();
  await client.close();
}
