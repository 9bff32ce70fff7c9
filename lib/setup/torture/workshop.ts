import type { Db } from 'mongodb';
import { type ImportMapping, importMappingSchema } from '@/lib/contracts/import-mapping';
import { systemActor } from '@/lib/contracts/people';
import { collection } from '@/lib/db/collections';
import type { EventDoc, MemberDoc } from '@/lib/db/documents';
import { ensureIndexes } from '@/lib/db/indexes';
import { makeClaims } from '@/lib/members/claims';
import { identityKey } from '@/lib/members/identity-key';
import { newMember } from '@/lib/members/new-member';
import { createDefinition } from '@/lib/services/definitions/create-definition';
import { saveDraft } from '@/lib/services/definitions/save-draft';
import { storeUpload } from '@/lib/services/import/uploads/upload-file';
import { createMetric } from '@/lib/services/metrics/save-metric';
import { createPointRule } from '@/lib/services/points/save-rule';
import { publish } from '@/lib/services/versions/publish';
import { draw, type Graph } from '@/rules-engine/index';

export const actor = systemActor('torture');
export const began = new Date('2026-01-01T00:00:00Z');
export const asOf = Date.parse('2026-06-30T12:00:00Z');
const members = 1_300;
const day = 86_400_000;

/** Ids of what scenarios work on, and the uploads. */
export interface Workshop {
  tag: string;
  layering: string;
  segment: string;
  uploads: Record<
    'orders' | 'numberedOrders' | 'changedOrders' | 'people' | 'few' | 'linked' | 'ids',
    string
  >;
}

export const phone = (n: number) => `+86138${String(n).padStart(8, '0')}`;

/** A workspace in which every kind of job has something to do: members with points and orders, rules, files. */
export async function openWorkshop(db: Db): Promise<Workshop> {
  await ensureIndexes(db);
  await catalogue(db);
  const all = Array.from({ length: members }, (_, n) => member(n));
  await collection(db, 'members').insertMany(all);
  await collection(db, 'counters').insertOne({ _id: 'ord', next: members });
  const claims = all.flatMap(({ _id, identities }) =>
    identities.map((identity) => [identityKey(identity), _id] as const),
  );
  await makeClaims(db, new Map(claims));
  await collection(db, 'events').insertMany(all.flatMap(({ _id, ord }) => orders(_id, ord)));
  await createMetric(db, actor, { key: 'spent', label: both('Spent'), operand: spent });
  await createPointRule(db, actor, { label: both('Shopping'), rule: perYuan });
  return {
    tag: await published(db, 'tag', 'level', tagGraph),
    layering: await published(db, 'layering', 'stage', layerGraph),
    segment: await published(db, 'segment', 'rich', segmentGraph),
    uploads: {
      orders: await upload(ordersFile()),
      numberedOrders: await upload(numberedFile(7)),
      changedOrders: await upload(numberedFile(8)),
      people: await upload(peopleFile(5_400)),
      few: await upload(peopleFile(900)),
      linked: await upload(linkedFile()),
      ids: await upload(idsFile()),
    },
  };
}

const both = (text: string) => ({ zh: text, en: text });
const spent = {
  kind: 'event',
  eventType: 'order',
  fn: 'sum',
  property: 'props.amount',
  window: { kind: 'allTime' },
} as const;
const perYuan = {
  kind: 'event',
  eventType: 'order',
  worth: { kind: 'per', property: 'props.amount', amount: 100, points: 1 },
  mostPerDay: null,
  from: null,
  expiresAfterDays: null,
} as const;

async function catalogue(db: Db): Promise<void> {
  const field = { unit: null, options: [], personal: false, origin: 'edited' as const, updatedAt: began };
  await collection(db, 'fields').insertMany([
    { _id: 'attrs.points', type: 'number', label: both('Points'), ...field },
    { _id: 'attrs.city', type: 'text', label: both('City'), ...field },
  ]);
  const amount = {
    path: 'props.amount',
    type: 'money' as const,
    label: both('Amount'),
    unit: 'CNY',
    options: [],
  };
  await collection(db, 'eventTypes').insertOne({
    _id: 'order',
    label: both('Order'),
    props: [amount],
    updatedAt: began,
  });
}

function member(n: number): MemberDoc {
  return {
    ...newMember(`m${n}`, n, [{ type: 'phone', value: phone(n) }], began),
    attrs: { points: (n * 37) % 100 },
    tags: n % 4 === 0 ? ['level:silver'] : [],
    tagSince: n % 4 === 0 ? { level: { at: began, run: 'before' } } : {},
    layers: n % 3 === 0 ? { stage: { layer: 'rest', at: began, run: 'before' } } : {},
    lists: n % 2 === 0 ? ['old'] : [],
    ...(n % 5 === 0 ? { demo: true as const } : {}),
  };
}

function orders(memberId: string, n: number): EventDoc[] {
  return Array.from({ length: n % 3 }, (_, i) => ({
    _id: `${memberId}-${i}`,
    memberId,
    type: 'order',
    at: new Date(asOf - (i + 1) * day),
    props: { amount: 100 * ((n % 17) + 1) },
    source: 'before',
    dedupeKey: `${memberId}-${i}`,
  }));
}

const when = (id: string, points: number) => ({
  type: 'condition',
  params: {
    mode: 'all',
    rows: [{ subject: { kind: 'field', path: 'attrs.points' }, operator: 'atLeast', value: points }],
  },
  at: [1, id.length] as [number, number],
});

const tagGraph = draw(
  'tag',
  {
    all: { type: 'allMembers', at: [0, 0] },
    many: when('many', 70),
    some: when('some', 30),
    gold: { type: 'tagValue', params: { value: 'gold' }, at: [2, 0] },
    silver: { type: 'tagValue', params: { value: 'silver' }, at: [2, 1] },
  },
  ['all.out → many.in', 'many.matched → gold.in', 'many.notMatched → some.in', 'some.matched → silver.in'],
);
const layerGraph = draw(
  'layering',
  {
    all: { type: 'allMembers', at: [0, 0] },
    many: when('many', 60),
    top: { type: 'layer', params: { layer: 'top', color: 0 }, at: [2, 0] },
    rest: { type: 'fallbackLayer', params: { layer: 'rest', color: 9 }, at: [2, 1] },
  },
  ['all.out → many.in', 'many.matched → top.in'],
);
const segmentGraph = draw(
  'segment',
  {
    all: { type: 'allMembers', at: [0, 0] },
    many: when('many', 50),
    out: { type: 'segmentOutput', at: [2, 0] },
  },
  ['all.out → many.in', 'many.matched → out.in'],
);

async function published(db: Db, kind: Graph['kind'], key: string, graph: Graph): Promise<string> {
  const { id, revision } = await createDefinition(db, actor, { kind, key, label: both(key) });
  await saveDraft(db, actor, id, { revision, graph });
  const saved = await publish(db, actor, id, { revision: revision + 1 }, asOf);
  if (!saved.ok) throw new Error('The draft of the workshop could not be published.');
  return id;
}

async function upload(text: string): Promise<string> {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(text);
  }
  return (await storeUpload(bytes(), 'file.csv')).id;
}

/** Two batches: known members and new ones, rows twice, and some that can't be read. */
function ordersFile(): string {
  const rows = Array.from({ length: 6_000 }, (_, n) => {
    const at = n % 250 === 0 ? 'never' : new Date(asOf - (n % 50) * day).toISOString().slice(0, 10);
    return `13${String(800_000_000 + ((n * 7) % 2_600)).padStart(9, '0')},${at},${(n % 90) + 1}`;
  });
  return ['phone,day,amount', ...rows].join('\n');
}

/** Members who change, members who don't, and new ones; 5,000 rows are a batch. */
function peopleFile(length: number): string {
  const rows = Array.from({ length }, (_, n) => {
    const who = String(800_000_000 + ((n * 11) % 4_000)).padStart(9, '0');
    return `13${who},${n % 300 === 0 ? 'x' : (n * 13) % 100},${['Wuhan', 'Xiamen', 'Harbin'][n % 3]}`;
  });
  return ['phone,points,city', ...rows].join('\n');
}

/** Orders with numbers, which another file says otherwise. */
function numberedFile(amount: number): string {
  const rows = Array.from({ length: 1_200 }, (_, n) => {
    const day = new Date(asOf - (n % 50) * 86_400_000).toISOString().slice(0, 10);
    return `${phone(n).slice(3)},A${n},${day},${n % 3 === 0 ? 5 : amount}`;
  });
  return ['phone,no,day,amount', ...rows].join('\n');
}

/** Known members and new ones, who get an address; some of them two. */
function linkedFile(): string {
  const rows = Array.from({ length: 1_600 }, (_, n) => {
    const who = (n * 11) % 2_400;
    return `${phone(who % 1_500).slice(3)},p${who}@example.com,${(n * 13) % 100},Wuhan`;
  });
  return ['phone,email,points,city', ...rows].join('\n');
}

function idsFile(): string {
  return ['phone', ...Array.from({ length: 4_600 }, (_, n) => phone((n * 3) % 2_000).slice(3))].join('\n');
}

const file = { format: 'csv' };
const identities = [{ column: 'phone', type: 'phone' }];
export const ordersMapping: ImportMapping = importMappingSchema.parse({
  kind: 'events',
  file,
  timeZone: 'Asia/Shanghai',
  source: 'shop',
  identities,
  eventType: { fixed: 'order' },
  at: { column: 'day', format: 'YYYY-MM-DD' },
  props: [{ column: 'amount', path: 'props.amount', value: { type: 'money', currency: 'CNY' } }],
  createMembers: true,
});
export const numberedMapping: ImportMapping = importMappingSchema.parse({
  ...ordersMapping,
  id: 'no',
  changed: 'replace',
});
export const peopleMapping: ImportMapping = importMappingSchema.parse({
  kind: 'members',
  file,
  timeZone: 'Asia/Shanghai',
  source: 'crm',
  identities,
  attributes: [
    { column: 'points', path: 'attrs.points', value: { type: 'number' } },
    { column: 'city', path: 'attrs.city', value: { type: 'text' } },
  ],
});
export const linkedMapping: ImportMapping = importMappingSchema.parse({
  ...peopleMapping,
  identities: [...identities, { column: 'email', type: 'email' }],
});
