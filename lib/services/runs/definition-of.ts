import type { Db } from 'mongodb';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { DefinitionDoc } from '@/lib/db/documents';
import { definitionWord } from '@/lib/services/definitions/find-definition';

/** A definition that can be run: there, and not in the recycle bin. Throws `not-found`. */
export async function runnableDefinition(db: Db, id: string): Promise<DefinitionDoc> {
  const definition = await collection(db, 'definitions').findOne({ _id: id, archivedAt: null });
  if (definition) return definition;
  throw new Problem('not-found', { what: definitionWord });
}
