import { type Db, ObjectId } from 'mongodb';
import { givesValues } from '@/lib/contracts/definition-kind';
import type { ExportPreview, ExportRequest } from '@/lib/contracts/exports';
import { type Actor, actorName, can, roleFor, roleText } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { prepareExecutable } from '@/lib/counting/resolve-needs';
import { collection } from '@/lib/db/collections';
import type { ExportDoc } from '@/lib/db/documents';
import { audit } from '@/lib/ground/audit/audit';
import { readAsOf } from '@/lib/ground/settings/read-as-of';
import { enqueue } from '@/lib/jobs/enqueue';
import { exportAsOf, exportSubject } from '@/lib/services/definitions/published-version';
import { loadEnvironment } from '@/lib/workspace/environment';
import { ownerOf } from '@/lib/workspace/graph-owner';
import { countMembers, countName, rule } from '@/rules-engine/index';
import { exportColumn } from './columns';
import { consentRule } from './consent-rule';

/** Plans an export and queues it. Throws `not-published`, `not-allowed`, `unknown-column`. */
export async function startExport(
  db: Db,
  actor: Actor,
  request: ExportRequest,
  bom: boolean,
): Promise<ExportDoc> {
  if (!request.masked && !can(actor.role, 'seePersonal')) {
    throw new Problem('not-allowed', { role: roleText[roleFor.seePersonal] });
  }
  const { definition, version } = await exportSubject(db, request.definition, request.version);
  const { catalogue } = await loadEnvironment(db);
  const unknown = request.columns.find(
    (path) => exportColumn(path, catalogue.fields, request.masked) === null,
  );
  if (unknown !== undefined) throw new Problem('unknown-column', { column: unknown });
  const id = new ObjectId().toHexString();
  const doc: ExportDoc = {
    _id: id,
    definition: definition._id,
    version: version.version,
    asOf: await exportAsOf(db, version, await readAsOf(db, request.asOf)),
    format: request.format,
    values: givesValues(definition.kind) ? request.values : null,
    columns: request.columns,
    masked: request.masked,
    bom,
    consent: request.consent,
    state: 'queued',
    audience: 0,
    rows: 0,
    withheld: 0,
    file: null,
    bytes: 0,
    sha256: null,
    error: null,
    job: `export:${id}`,
    createdBy: actorName(actor),
    createdAt: new Date(),
    finishedAt: null,
  };
  await collection(db, 'exports').insertOne(doc);
  await enqueue(db, { id: doc.job, kind: 'export', params: { export: id }, createdBy: doc.createdBy });
  const { columns, masked, consent, asOf, format } = doc;
  await audit(db, actor, 'export.start', `${definition.kind}:${definition.key}`, {
    export: id,
    version: version.version,
    asOf,
    format,
    columns,
    masked,
    consent,
  });
  return doc;
}

/** How many rows an export would have, counted with the same rule. */
export async function previewExport(
  db: Db,
  request: ExportRequest,
  signal: AbortSignal,
): Promise<ExportPreview> {
  const began = performance.now();
  const { definition, version } = await exportSubject(db, request.definition, request.version);
  const asOf = await exportAsOf(db, version, await readAsOf(db, request.asOf));
  const compiled = await prepareExecutable(db, version.graph, asOf.getTime(), {
    signal,
    owner: ownerOf(definition),
  });
  const outputs = compiled.outputs.filter(({ value }) => !request.values || request.values.includes(value));
  const audience = rule.any(outputs.map((output) => output.predicate));
  const stages = countMembers([audience, consentRule(audience, request.consent)]);
  const [counts] = await collection(db, 'members')
    .aggregate<Record<string, number>>(stages, { signal })
    .toArray();
  const n = counts?.[countName(0)] ?? 0;
  const rows = counts?.[countName(1)] ?? 0;
  return {
    audience: n,
    withheld: n - rows,
    rows,
    asOf: asOf.toISOString(),
    version: version.version,
    tookMs: Math.round(performance.now() - began),
  };
}
