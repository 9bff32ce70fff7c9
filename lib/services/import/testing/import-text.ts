import type { Db } from 'mongodb';
import { type ImportMapping, importMappingSchema } from '@/lib/contracts/import-mapping';
import type { ImportCounts } from '@/lib/contracts/imports';
import { openRows } from '../reading/row-source';
import { type ImportOptions, importRows } from '../running/import-rows';
import type { MergedRow, RejectedRow } from '../writing/batch';

export interface TextImport {
  counts: ImportCounts;
  newMembers: number;
  changed: number;
  merged: number;
  merges: MergedRow[];
  rejected: RejectedRow[];
  columns: string[];
}

let imports = 0;

/** Imports a text as if it were a file; each call is an import of its own unless `importId` says otherwise. */
export async function importText(
  db: Db,
  text: string,
  mapping: ImportMapping,
  options: Partial<Omit<ImportOptions, 'mapping'>> & { mended?: boolean } = {},
): Promise<TextImport> {
  imports += 1;
  const { mended = false, ...rest } = options;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(text);
  }
  const source = openRows(bytes(), mapping.file, { mended });
  const rejected: RejectedRow[] = [];
  const merges: MergedRow[] = [];
  const { counts, newMembers, changed, merged } = await importRows(db, source, mended, {
    importId: `test${imports}`,
    dryRun: false,
    done: async (_, rows, __, joined) => {
      rejected.push(...rows);
      merges.push(...joined);
    },
    ...rest,
    mapping,
  });
  return { counts, newMembers, changed, merged, merges, rejected, columns: [...source.columns] };
}

/** Orders of a CSV with the columns phone, openid, day and amount. */
export const ordersMapping: ImportMapping = importMappingSchema.parse({
  kind: 'events',
  file: { format: 'csv' },
  timeZone: 'Asia/Shanghai',
  source: 'shop',
  identities: [
    { column: 'phone', type: 'phone' },
    { column: 'openid', type: 'openid' },
  ],
  eventType: { fixed: 'order' },
  at: { column: 'day', format: 'YYYY-MM-DD' },
  props: [{ column: 'amount', path: 'props.amount', value: { type: 'money', currency: 'CNY' } }],
  createMembers: true,
});

/** Members of a CSV with the columns phone, openid, city, level and sms. */
export const membersMapping: ImportMapping = importMappingSchema.parse({
  kind: 'members',
  file: { format: 'csv' },
  timeZone: 'Asia/Shanghai',
  source: 'crm',
  identities: [
    { column: 'phone', type: 'phone' },
    { column: 'openid', type: 'openid' },
  ],
  attributes: [
    { column: 'city', path: 'attrs.city', label: { zh: '城市', en: 'City' }, value: { type: 'text' } },
    { column: 'level', path: 'attrs.level', value: { type: 'option' } },
  ],
  consent: [{ column: 'sms', channel: 'sms', purposes: ['marketing'] }],
});

/** A phone by a number, valid and nobody's. */
export const phone = (n: number): string => `154${String(n).padStart(8, '0')}`;
