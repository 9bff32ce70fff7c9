import type { Db } from 'mongodb';
import type { ExportEntry, ExportPage } from '@/lib/contracts/exports';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { DefinitionDoc, ExportDoc, JobDoc } from '@/lib/db/documents';
import { pageFilter, pageOf } from '@/lib/db/time-cursor';
import { toJobDto } from '@/lib/jobs/job-dto';

/** One export as stored; throws `not-found`. */
export async function exportById(db: Db, id: string): Promise<ExportDoc> {
  const found = await collection(db, 'exports').findOne({ _id: id });
  if (!found) throw new Problem('not-found', { what: { zh: '该次导出', en: 'The export' } });
  return found;
}

/** A page of exports, the newest first. Throws `invalid-input` for a cursor that isn't one. */
export async function listExports(
  db: Db,
  {
    definition,
    before,
    limit,
  }: { definition?: string | undefined; before?: string | undefined; limit: number },
): Promise<ExportPage> {
  const found = await collection(db, 'exports')
    .find({ $and: [definition ? { definition } : {}, ...pageFilter('createdAt', before)] })
    .sort({ createdAt: -1, _id: -1 })
    .limit(limit + 1)
    .toArray();
  const { page, next } = pageOf(found, limit, ({ createdAt }) => createdAt);
  return { exports: await toExports(db, page), next };
}

/** As pages see it. */
export async function exportEntry(db: Db, doc: ExportDoc): Promise<ExportEntry> {
  return (await reader(db, [doc]))(doc);
}

async function toExports(db: Db, docs: readonly ExportDoc[]): Promise<ExportEntry[]> {
  return docs.map(await reader(db, docs));
}

/** Reads what belongs to these exports, and makes an entry of any of them. */
async function reader(db: Db, docs: readonly ExportDoc[]): Promise<(doc: ExportDoc) => ExportEntry> {
  const definitions = await collection(db, 'definitions')
    .find({ _id: { $in: docs.map((doc) => doc.definition) } })
    .project<Pick<DefinitionDoc, '_id' | 'kind' | 'label'>>({ kind: 1, label: 1 })
    .toArray();
  const jobs = await collection(db, 'jobs')
    .find({ _id: { $in: docs.map((doc) => doc.job) } })
    .toArray();
  return (doc) =>
    toExport(
      doc,
      definitions.find(({ _id }) => _id === doc.definition),
      jobs.find(({ _id }) => _id === doc.job),
    );
}

function toExport(
  doc: ExportDoc,
  definition: Pick<DefinitionDoc, 'kind' | 'label'> | undefined,
  job: JobDoc | undefined,
): ExportEntry {
  const writing = doc.state === 'running' && job !== undefined;
  return {
    id: doc._id,
    definition: doc.definition,
    label: definition?.label ?? { zh: doc.definition, en: doc.definition },
    kind: definition?.kind ?? 'segment',
    version: doc.version,
    asOf: doc.asOf.toISOString(),
    values: doc.values,
    format: doc.format,
    columns: doc.columns,
    masked: doc.masked,
    consent: doc.consent,
    state: doc.state,
    audience: writing ? (job.progress.total ?? 0) : doc.audience,
    withheld: doc.withheld,
    rows: writing ? job.progress.done : doc.rows,
    fileName: doc.file,
    bytes: doc.bytes,
    sha256: doc.sha256,
    error: job && doc.error ? toJobDto({ ...job, error: doc.error }).error : null,
    job: doc.job,
    cancelRequested: job?.cancelRequested ?? false,
    createdBy: doc.createdBy,
    createdAt: doc.createdAt.toISOString(),
    finishedAt: doc.finishedAt?.toISOString() ?? null,
  };
}
