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

/** Sizes of the default run, which fits in 15 minutes on two cores; larger ones by option. */
const { values } = parseArgs({
  options: {
    members: { type: 'string', default: '200000' },
    rows: { type: 'string', default: '1000000' },
    events: { type: 'string', default: '200000' },
    generated: { type: 'string', default: '10000000' },
  },
});
const members = Number(values.members);
const rows = Number(values.rows);
const events = Number(values.events);
const generated = Number(values.generated);

const client = await MongoClient.connect(process.env.MONGODB_URI ?? '');
const db = client.db(`tagloom_bench_${randomBytes(6).toString('hex')}`);
const measures: Measure[] = [];

async function step(name: string, work: () => Promise<Measure[]> | Measure[]): Promise<void> {
  const began = performance.now();
  process.stderr.write(`${name} … `);
  measures.push(...(await work()));
  process.stderr.write(`${Math.round((performance.now() - began) / 1000)} s\n`);
}

try {
  await ensureIndexes(db);
  await step('evaluation', evaluationMeasures);
  await step('import', async () => [await importingMeasure(db, events)]);
  await db.dropDatabase();
  await ensureIndexes(db);
  await step(`${members} members`, async () => insertSynthetic(db, 0, members).then(() => []));
  await step('counting', async () => [await countingMeasure(db, members)]);
  await step('mirror', () => mirrorMeasures(db, members));
  await step('mirror, engine alone', () => mirrorEngineMeasures(members));
  await step(`mirror, ${generated} generated members`, () => mirrorEngineMeasures(generated));
  await step('tagging', () => taggingMeasures(db, members));
  await step('layering', () => layeringMeasures(db, members));
  await step(`${rows} members`, async () => insertSynthetic(db, members, rows).then(() => []));
  await step('export', async () => [await exportingMeasure(db, rows)]);
  process.stdout.write(`${machine()}\n\n${table(measures)}\n`);
} finally {
  await db.dropDatabase();
  await client.close();
}
