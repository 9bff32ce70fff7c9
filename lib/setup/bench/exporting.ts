import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from 'mongodb';
import { Assignment } from '@/lib/members/assignment';
import { readAudience } from '@/lib/services/exports/audience';
import { writeAudienceFile } from '@/lib/services/exports/audience-file';
import { type Cell, exportColumn } from '@/lib/services/exports/columns';
import { type Measure, perSecond, timed } from './report';
import { syntheticCatalogue } from './synthetic-members';

const paths = ['id', 'value', 'identities.phone', 'attrs.city', 'attrs.spent'];
const promisedBytes = 512 * 2 ** 20;

/** Writes an audience to a file; the memory is this process's, with everything the bench holds besides. */
export async function exportingMeasure(db: Db, members: number): Promise<Measure> {
  const due = new Assignment();
  for (let ord = 0; ord < members; ord += 1) due.set(ord, 1);
  const columns = paths.flatMap((path) => exportColumn(path, syntheticCatalogue.fields, false) ?? []);
  const folder = await mkdtemp(join(tmpdir(), 'tagloom-bench-'));
  const { signal } = new AbortController();
  const projection = { ord: 1, identities: 1, 'attrs.city': 1, 'attrs.spent': 1 } as const;
  let peak = 0;
  let rows = 0;
  async function* batches(): AsyncGenerator<Cell[][]> {
    for await (const batch of readAudience(db, due, projection, signal)) {
      peak = Math.max(peak, process.memoryUsage.rss());
      yield batch.map(({ member }) => columns.map((column) => column.read(member, 'yes')));
    }
  }
  const took = await timed(async () => {
    const written = await writeAudienceFile(
      join(folder, 'audience.csv'),
      { format: 'csv', columns, bom: false },
      batches(),
      signal,
    );
    rows = written.rows;
  });
  await rm(folder, { recursive: true });
  if (rows !== members) throw new Error(`${rows} rows of ${members} members.`);
  const mb = Math.round(peak / 2 ** 20);
  return {
    name: `export ${members.toLocaleString('en')} rows as CSV`,
    ours: `${perSecond(rows, took)}, peak ${mb} MB`,
    theirs: 'limit 512 MB',
    ratio: promisedBytes / peak,
    promised: 1,
  };
}
