import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from 'mongodb';
import type { ImportMapping } from '@/lib/contracts/import-mapping';
import { importMappingSchema } from '@/lib/contracts/import-mapping';
import { collection } from '@/lib/db/collections';
import type { EventDoc } from '@/lib/db/documents';
import { importFile } from '@/lib/services/import/running/import-rows';
import { type Measure, perSecond, timed } from './report';
import { insertSynthetic, syntheticMember } from './synthetic-members';

const members = 20_000;
const batch = 5_000;
const start = Date.UTC(2025, 0, 1);

const mapping: ImportMapping = importMappingSchema.parse({
  version: 1,
  kind: 'events',
  file: { format: 'csv', encoding: 'utf-8', header: true },
  timeZone: 'Asia/Shanghai',
  source: 'bench',
  identities: [{ column: 'openid', type: 'openid' }],
  eventType: { fixed: 'order', label: { zh: '下单', en: 'Order' } },
  at: { column: 'at', format: 'iso' },
  props: [
    {
      column: 'amount',
      path: 'props.amount',
      label: { zh: '金额', en: 'Amount' },
      value: { type: 'money', currency: 'CNY', amount: 'major' },
    },
  ],
  id: null,
  createMembers: false,
});

function purchase(i: number): { member: number; at: Date; cents: number } {
  const mixed = Math.imul(i + 1, 0x85ebca6b) >>> 0;
  return {
    member: mixed % members,
    at: new Date(start + (mixed % 31_536_000) * 1000),
    cents: 100 + (mixed % 90_000),
  };
}

function openidOf(ord: number): string {
  return syntheticMember(ord).identities[1]?.value ?? '';
}

/** Imports a CSV of purchases, all of it: parse, check, find the member, dedupe; against inserting ready documents. */
export async function importingMeasure(db: Db, events: number): Promise<Measure> {
  await insertSynthetic(db, 0, members);
  for (let from = 0; from < members; from += batch) {
    const claims = Array.from({ length: batch }, (_, i) => ({
      _id: `openid:${openidOf(from + i)}`,
      memberId: syntheticMember(from + i)._id,
    }));
    await collection(db, 'identities').insertMany(claims, { ordered: false });
  }
  const folder = await mkdtemp(join(tmpdir(), 'tagloom-bench-'));
  const file = join(folder, 'purchases.csv');
  const rows = Array.from({ length: events }, (_, i) => {
    const { member, at, cents } = purchase(i);
    return `${openidOf(member)},${at.toISOString()},${(cents / 100).toFixed(2)}\n`;
  });
  await writeFile(file, `openid,at,amount\n${rows.join('')}`);

  const raw = await timed(async () => {
    for (let from = 0; from < events; from += batch) {
      const docs = Array.from({ length: Math.min(batch, events - from) }, (_, i) => rawEvent(from + i));
      await collection(db, 'events').insertMany(docs, { ordered: false });
    }
  });
  let accepted = 0;
  const ours = await timed(async () => {
    const options = { importId: 'bench', mapping, dryRun: false, done: async () => undefined };
    accepted = (await importFile(db, file, options)).counts.accepted;
  });
  await rm(folder, { recursive: true });
  if (accepted !== events) throw new Error(`${accepted} of ${events} events were accepted.`);
  return {
    name: `import ${events.toLocaleString('en')} events from CSV`,
    ours: perSecond(events, ours),
    theirs: `raw insertMany ${perSecond(events, raw)}`,
    ratio: raw / ours,
    promised: 0.7,
  };
}

function rawEvent(i: number): EventDoc {
  const { member, at, cents } = purchase(i);
  return {
    _id: `raw${i}`,
    memberId: syntheticMember(member)._id,
    type: 'order',
    at,
    props: { amount: cents },
    source: 'raw',
    dedupeKey: createHash('sha256').update(`raw${i}`).digest('base64url'),
  };
}
