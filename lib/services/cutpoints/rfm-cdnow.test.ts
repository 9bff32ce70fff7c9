import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importMappingSchema } from '@/lib/contracts/import-mapping';
import { systemActor } from '@/lib/contracts/people';
import { collection } from '@/lib/db/collections';
import { ensureIndexes } from '@/lib/db/indexes';
import { changeSettings } from '@/lib/ground/settings/settings';
import { answerCounts } from '@/lib/services/counts/answer-counts';
import { answerCutpoints } from '@/lib/services/counts/answer-cutpoints';
import { createDefinition } from '@/lib/services/definitions/create-definition';
import { findDefinition } from '@/lib/services/definitions/find-definition';
import { saveDraft } from '@/lib/services/definitions/save-draft';
import { importFile } from '@/lib/services/import/running/import-rows';
import { runToEnd } from '@/lib/services/runs/testing/run-to-end';
import { publish } from '@/lib/services/versions/publish';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { draw, type Graph, parseAsOf, rfmCells } from '@/rules-engine/index';

/*
 * RFM over all purchases of CDNOW as of 1998-06-30, held against a few lines over the raw file that know nothing of the
 * engine: the same cutpoints, the same eight counts, the same customers.
 */

const checkout = fileURLToPath(new URL('../../../', import.meta.url));
const file = path.join(checkout, '../shared/data/cdnow/CDNOW_master.txt');
const timeZone = 'America/New_York';
const asOf = '1998-06-30';
const at = parseAsOf(asOf, timeZone) ?? Number.NaN;
const anna = systemActor('anna');

let database: TestDatabase;
const db = () => database.db;
/** The customer of each member. */
const customerOf = new Map<string, string>();

beforeAll(async () => {
  database = await testDatabase();
  await ensureIndexes(db());
  const mapping = importMappingSchema.parse(
    JSON.parse(readFileSync(path.join(checkout, 'public/examples/cdnow-mapping.json'), 'utf8')),
  );
  await importFile(db(), file, { importId: 'cdnow', mapping, dryRun: false, done: async () => undefined });
  await changeSettings(db(), anna, { timeZone });
  for await (const { _id, identities } of collection(db(), 'members').find())
    customerOf.set(_id, identities.find(({ type }) => type === 'customer_id')?.value ?? '');
});
afterAll(() => database?.drop());

// ── the few lines ──────────────────────────────────────────────────────────

interface Customer {
  id: string;
  recency: number;
  frequency: number;
  monetary: number;
}

const day = (text: string) =>
  Date.UTC(Number(text.slice(0, 4)), Number(text.slice(4, 6)) - 1, Number(text.slice(6, 8))) / 86_400_000;

function customers(): Customer[] {
  const found = new Map<string, Customer>();
  for (const line of readFileSync(file, 'utf8').trim().split('\n').slice(1)) {
    const [id = '', date = '', , amount = ''] = line.trim().split(/\s+/);
    const of = found.get(id) ?? { id, recency: Number.POSITIVE_INFINITY, frequency: 0, monetary: 0 };
    of.recency = Math.min(of.recency, day('19980630') - day(date));
    of.frequency += 1;
    of.monetary += Number(amount.replace('.', ''));
    found.set(id, of);
  }
  return [...found.values()];
}

const dimensions = ['recency', 'frequency', 'monetary'] as const;
type Cuts = Record<
  (typeof dimensions)[number],
  { by: string; share?: number; value: number | null; ties: string }
>;

function cutOf(values: number[], { by, share = 0, value }: Cuts['recency']): number {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  const valueAt = (rank: number) => sorted[rank] ?? Number.NaN;
  if (by === 'mean') return sorted.reduce((sum, one) => sum + one, 0) / n;
  if (by === 'median') return (valueAt(Math.floor((n - 1) / 2)) + valueAt(Math.floor(n / 2))) / 2;
  return by === 'quantile' ? valueAt(Math.floor(share * n)) : (value ?? Number.NaN);
}

const names: Record<string, string> = {
  yyy: 'champions',
  yny: 'develop',
  nyy: 'keep',
  nny: 'winBack',
  yyn: 'potential',
  ynn: 'new',
  nyn: 'preChurn',
  nnn: 'churned',
};

function cellsOf(all: Customer[], cuts: Cuts): Map<string, string[]> {
  const at = dimensions.map((dimension) =>
    cutOf(
      all.map((one) => one[dimension]),
      cuts[dimension],
    ),
  );
  const cells = new Map<string, string[]>();
  for (const customer of all) {
    const sides = dimensions.map((dimension, i) => {
      const cut = at[i] ?? Number.NaN;
      if (customer[dimension] === cut) return cuts[dimension].ties === 'better';
      return dimension === 'recency' ? customer[dimension] < cut : customer[dimension] > cut;
    });
    const name = names[sides.map((side) => (side ? 'y' : 'n')).join('')] ?? '';
    cells.set(name, [...(cells.get(name) ?? []), customer.id]);
  }
  return cells;
}

// ── the product ────────────────────────────────────────────────────────────

function layering(cuts: Cuts): Graph {
  const sum = { kind: 'event', eventType: 'cd_order', fn: 'sum', property: 'props.amount' };
  return draw(
    'layering',
    {
      all: { type: 'allMembers', at: [0, 0] },
      rfm: { type: 'rfm', params: { subject: { ...sum, window: { kind: 'allTime' } }, ...cuts }, at: [1, 0] },
      ...Object.fromEntries(
        rfmCells.map(({ id }, i) => [
          `layer_${id}`,
          { type: 'layer', params: { layer: id, color: i }, at: [2, i] as const },
        ]),
      ),
      none: { type: 'fallbackLayer', params: { layer: 'none', color: 9 }, at: [2, 8] },
    },
    ['all.out → rfm.in', ...rfmCells.map(({ id }) => `rfm.${id} → layer_${id}.in`)],
  );
}

const cut = (by: string, ties: string, more: { share?: number; value?: number } = {}) => ({
  by,
  ties,
  value: more.value ?? null,
  ...(more.share === undefined ? {} : { share: more.share }),
});
const all = (by: string, ties: string, share?: number): Cuts => {
  const same = cut(by, ties, share === undefined ? {} : { share });
  return { recency: same, frequency: same, monetary: same };
};

test.each<[string, Cuts]>([
  ['the mean', all('mean', 'worse')],
  ['the median, where ties are many', all('median', 'worse')],
  ['the median, with ties on the better side', all('median', 'better')],
  [
    'quantiles',
    {
      recency: cut('quantile', 'worse', { share: 0.2 }),
      frequency: cut('quantile', 'better', { share: 0.8 }),
      monetary: cut('quantile', 'worse', { share: 0.75 }),
    },
  ],
  [
    'a number, a mean and a median',
    {
      recency: cut('number', 'better', { value: 180 }),
      frequency: cut('mean', 'worse'),
      monetary: cut('median', 'better'),
    },
  ],
])('by %s', async (_, cuts) => {
  const expected = cellsOf(customers(), cuts);
  const { graph, cuts: computed } = await answerCutpoints(db(), { graph: layering(cuts), asOf });
  for (const { param, values } of computed) {
    const dimension = dimensions.find((one) => param === `${one}.value`) ?? 'recency';
    const found = customers().map((one) => one[dimension]);
    expect(values).toEqual([cutOf(found, cuts[dimension])]);
  }
  const { ports, total } = await answerCounts(db(), { graph, asOf });
  expect(total).toBe(23_570);
  const counted = rfmCells.map(({ id }) => [id, ports[`rfm.${id}`]?.n]);
  expect(counted).toEqual(rfmCells.map(({ id }) => [id, expected.get(id)?.length ?? 0]));

  const { id } = await createDefinition(db(), anna, { kind: 'layering', label: { zh: 'RFM', en: 'RFM' } });
  const { revision, key } = await findDefinition(db(), id);
  await saveDraft(db(), anna, id, { revision, graph });
  await publish(db(), anna, id, { revision: revision + 1 }, at);
  const run = await runToEnd(db(), id, at);
  expect(run.size).toBe(23_570);
  const stored = new Map<string, string[]>();
  for await (const { _id, layers } of collection(db(), 'members').find()) {
    const layer = layers[key]?.layer ?? '';
    stored.set(layer, [...(stored.get(layer) ?? []), customerOf.get(_id) ?? '']);
  }
  for (const { id: cell } of rfmCells)
    expect((stored.get(cell) ?? []).sort(), cell).toEqual((expected.get(cell) ?? []).sort());
  expect(stored.get('none') ?? []).toEqual([]);
});
