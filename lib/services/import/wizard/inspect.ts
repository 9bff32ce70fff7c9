import type { Db } from 'mongodb';
import { DEFAULT_EMPTY_WORDS } from '@/lib/contracts/empty-words';
import { importMappingSchema } from '@/lib/contracts/import-mapping';
import type { Inspect, InspectAnswer } from '@/lib/contracts/imports';
import { collection } from '@/lib/db/collections';
import { getSettings } from '@/lib/ground/settings/settings';
import { cellText } from '@/lib/values/cell';
import { mappedColumns } from '../rows/mapped-columns';
import { presentUpload } from '../uploads/upload-file';
import { guessColumns, type KnownPlace, withReading } from './guess-columns';
import { lookAtFile, shownLook } from './look-at-file';
import { proposeMapping } from './propose-mapping';
import { proposeSource } from './propose-source';
import { sampleRows } from './sample-rows';
import { scanColumns } from './scan-columns';

const ROWS_LOOKED_AT = 1_000;
const ROWS_SHOWN = 20;
const EARLIER = 5;

/**
 * What an uploaded file seems to be, and a mapping to begin with. Throws `upload-gone` and what
 * `lookAtFile` does.
 */
export async function inspectFile(db: Db, inspect: Inspect): Promise<InspectAnswer> {
  const { path } = await presentUpload(inspect.upload);
  const look = await lookAtFile(path, inspect.file);
  const { file } = look;
  const sample = await sampleRows(path, file, ROWS_LOOKED_AT);
  const { currency, timeZone } = await getSettings(db);
  const sampled = guessColumns(sample, await knownPlaces(db, inspect.kind), currency);
  const looked = await scanColumns(path, file, sample, sampled);
  const columns = sampled.map((column) => withReading(column, looked.isWhole));
  const earlier = await earlierMappings(db, inspect.kind, sample.columns);
  const own = proposeSource(inspect.name, sample.columns);
  const like = earlier.find(({ name, mapping }) => proposeSource(name, mappedColumns(mapping)) === own);
  // A file with the columns of an earlier one is taken for more of the same.
  const source = (like ?? earlier[0])?.mapping.source ?? own;
  return {
    file,
    look: shownLook(look, sample),
    columns,
    looked,
    rows: sample.rows
      .slice(0, ROWS_SHOWN)
      .map(({ line, cells }) => ({ line, cells: Array.from(cells, (cell) => cellText(cell).slice(0, 500)) })),
    proposal: proposeMapping(inspect.kind, columns, {
      file,
      timeZone: inspect.timeZone ?? timeZone,
      source,
      empty: [...DEFAULT_EMPTY_WORDS],
    }),
    earlier,
  };
}

async function knownPlaces(db: Db, kind: Inspect['kind']): Promise<KnownPlace[]> {
  if (kind === 'events') {
    const types = await collection(db, 'eventTypes').find().toArray();
    return types.flatMap(({ props }) =>
      props.map(({ path, type, unit, label }) => ({ path, type, unit, label })),
    );
  }
  const fields = await collection(db, 'fields')
    .find({ origin: { $in: ['discovered', 'edited'] } })
    .toArray();
  return fields.map(({ _id: path, type, unit, label }) => ({ path, type, unit, label }));
}

/** Mappings of earlier imports that this file has all columns for, each once, the newest first. */
async function earlierMappings(
  db: Db,
  kind: Inspect['kind'],
  columns: readonly string[],
): Promise<InspectAnswer['earlier']> {
  const known = new Set(columns);
  const docs = await collection(db, 'imports')
    .find({ 'mapping.kind': kind, dryRun: false, state: 'done' })
    .sort({ createdAt: -1 })
    .limit(100)
    .toArray();
  const found: InspectAnswer['earlier'] = [];
  const seen = new Set<string>();
  for (const doc of docs) {
    const mapping = importMappingSchema.safeParse(doc.mapping).data;
    if (!mapping || !mappedColumns(mapping).every((column) => known.has(column))) continue;
    const text = JSON.stringify(mapping);
    if (seen.has(text)) continue;
    seen.add(text);
    found.push({ importId: doc._id, name: doc.name, at: doc.createdAt.toISOString(), mapping });
    if (found.length === EARLIER) break;
  }
  return found;
}
