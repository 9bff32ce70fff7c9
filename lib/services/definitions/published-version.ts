import type { Db } from 'mongodb';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { DefinitionDoc, VersionDoc } from '@/lib/db/documents';
import { definitionWord } from '@/lib/services/definitions/find-definition';

/** The definition and the version to export, the published one unless told. Throws `not-found`, `not-published`. */
export async function exportSubject(
  db: Db,
  id: string,
  version?: number,
): Promise<{ definition: DefinitionDoc; version: VersionDoc }> {
  const definition = await collection(db, 'definitions').findOne({ _id: id });
  if (!definition) throw new Problem('not-found', { what: definitionWord });
  const wanted = version ?? definition.publishedVersion;
  if (wanted === null) throw new Problem('not-published', { name: definition.label });
  const found = await collection(db, 'versions').findOne({ definition: id, version: wanted });
  if (!found) throw new Problem('not-found', { what: { zh: `版本 ${wanted}`, en: `Version ${wanted}` } });
  return { definition, version: found };
}

/** The instant that an export is as of: the one asked for, that of the version's last finished run, or now. */
export async function exportAsOf(db: Db, version: VersionDoc, asked: number | null): Promise<Date> {
  if (asked !== null) return new Date(asked);
  const run = await collection(db, 'runs').findOne(
    { definition: version.definition, version: version.version, state: 'done' },
    { sort: { startedAt: -1 } },
  );
  return run?.asOf ?? new Date();
}
