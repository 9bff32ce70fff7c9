import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ExportManifest } from '@/lib/contracts/exports';
import { Problem } from '@/lib/contracts/problem';
import { prepareExecutable } from '@/lib/counting/resolve-needs';
import { collection } from '@/lib/db/collections';
import type { DefinitionDoc, ExportDoc, VersionDoc } from '@/lib/db/documents';
import type { JobContext } from '@/lib/jobs/handler';
import { defineWork } from '@/lib/jobs/work';
import { exportSubject } from '@/lib/services/definitions/published-version';
import { classify } from '@/lib/services/runs/classify';
import { loadEnvironment } from '@/lib/workspace/environment';
import { ownerOf } from '@/lib/workspace/graph-owner';
import { consents, readAudience } from './audience';
import { type WrittenFile, writeAudienceFile } from './audience-file';
import { type Cell, type Column, exportColumn } from './columns';
import { exportFolder, removeExportFolder, removeOtherFolders } from './export-folder';

const params = z.object({ export: z.string() });

/**
 * Freezes the audience, writes the file, and last of all the manifest. Started again, it writes the file anew, where no
 * earlier claim writes.
 */
export const exportJob = defineWork({
  kind: 'export',
  params,
  idOf: ({ export: id }) => id,
  find: (db, id) => collection(db, 'exports').findOne({ _id: id }),
  update: (db, which, change) => collection(db, 'exports').updateOne(which, { $set: change }),
  async work(context, doc: ExportDoc) {
    try {
      return await writeExport(context, doc);
    } catch (error) {
      await removeExportFolder(doc);
      throw error;
    }
  },
  settle: async (_, doc) => {
    if (doc.state === 'done') await removeOtherFolders(doc);
  },
  resultOf: ({ audience, rows, withheld }) => ({ audience, rows, withheld }),
});

async function writeExport(
  context: JobContext<z.infer<typeof params>>,
  doc: ExportDoc,
): Promise<Partial<ExportDoc>> {
  const { db, signal, fenced } = context;
  const { definition, version } = await exportSubject(db, doc.definition, doc.version);
  context.progress(0, null, 'compute');
  const compiled = await prepareExecutable(db, version.graph, doc.asOf.getTime(), {
    signal,
    owner: ownerOf(definition),
  });
  const { catalogue } = await loadEnvironment(db);
  const columns = doc.columns.map((path) => {
    const column = exportColumn(path, catalogue.fields, doc.masked);
    if (!column) throw new Problem('unknown-column', { column: path });
    return column;
  });
  const due = await classify(db, compiled.outputs, { signal, values: doc.values });
  const audience = due.size();
  const tally = { withheld: 0 };
  const values = compiled.outputs.map((output) => output.value);
  const folder = await exportFolder(doc);
  const name = `${definition.key}-v${version.version}-${doc._id.slice(-6)}.${doc.format}`;
  async function* batches(): AsyncGenerator<Cell[][]> {
    let done = 0;
    for await (const batch of readAudience(db, due, projection(columns), signal)) {
      done += batch.length;
      context.progress(done, audience, 'write');
      const agreed = batch.filter(({ member }) => consents(member, doc.consent));
      tally.withheld += batch.length - agreed.length;
      yield agreed.map(({ member, output }) =>
        columns.map((column) => column.read(member, values[output] ?? '')),
      );
    }
  }
  const written = await writeAudienceFile(join(folder, name), { ...doc, columns }, batches(), signal);
  await fenced.hold();
  const finishedAt = new Date();
  const whole = { ...doc, ...tally, ...written, audience, finishedAt };
  await writeFile(
    join(folder, 'manifest.json'),
    `${JSON.stringify(manifest(whole, definition, version), null, 2)}\n`,
  );
  return { ...tally, ...written, audience, file: name };
}

/** What the columns and the consent filter read; the rest of a member stays in the database. */
function projection(columns: readonly Column[]): Record<string, 1> {
  const roots = columns.map(({ path }) => {
    if (path.startsWith('identities.')) return 'identities';
    return path === 'id' || path === 'value' ? '_id' : path;
  });
  return { ...Object.fromEntries(roots.map((root) => [root, 1] as const)), ord: 1, consent: 1 };
}

function manifest(
  doc: ExportDoc & WrittenFile & { finishedAt: Date },
  definition: DefinitionDoc,
  version: VersionDoc,
): ExportManifest {
  const {
    _id,
    values,
    format,
    columns,
    masked,
    consent,
    audience,
    withheld,
    rows,
    bytes,
    sha256,
    createdBy,
  } = doc;
  return {
    id: _id,
    definition: { id: definition._id, key: definition.key, kind: definition.kind, version: version.version },
    sentence: version.sentence,
    asOf: doc.asOf.toISOString(),
    values,
    format,
    columns,
    masked,
    consent,
    audience,
    withheld,
    rows,
    bytes,
    sha256,
    createdBy,
    createdAt: doc.createdAt.toISOString(),
    finishedAt: doc.finishedAt.toISOString(),
  };
}
