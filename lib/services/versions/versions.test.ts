import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Definition } from '@/lib/contracts/definitions';
import { type Actor, systemActor } from '@/lib/contracts/people';
import { demoAsOf, demoWorkspace, everybody } from '@/lib/counting/testing/demo-workspace';
import { collection } from '@/lib/db/collections';
import { answerCounts } from '@/lib/services/counts/answer-counts';
import { createDefinition } from '@/lib/services/definitions/create-definition';
import { toDefinition } from '@/lib/services/definitions/definition-dto';
import { findDefinition } from '@/lib/services/definitions/find-definition';
import { saveDraft } from '@/lib/services/definitions/save-draft';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { apply, draw, type Graph, graphLimits } from '@/rules-engine/index';
import { previewPublication } from './preview-publication';
import { publicationMembers } from './publication-members';
import { publish } from './publish';
import { restoreVersion } from './restore-version';
import { listVersions, versionDetail } from './version-dto';

const size = 300;
const asOf = new Date(demoAsOf).toISOString();
let database: TestDatabase;
const db = () => database.db;
beforeAll(async () => {
  database = await testDatabase();
  await demoWorkspace(db(), size);
});
afterAll(() => database.drop());

const anna = systemActor('anna');
const code = (expected: string) => expect.objectContaining({ code: expected });

const orders = (n: number) => ({
  subject: { kind: 'event', eventType: 'order', fn: 'count', window: { kind: 'allTime' } },
  operator: 'atLeast',
  value: n,
});
const inCity = (...value: string[]) => ({
  subject: { kind: 'field', path: 'attrs.city' },
  operator: 'oneOf',
  value,
});
const when = (...rows: unknown[]) => ({ type: 'condition', params: { mode: 'all', rows } });

/** Members for whom rows hold, as a segment. */
const segmentOf = (...rows: unknown[]): Graph =>
  draw(
    'segment',
    {
      all: { type: 'allMembers', at: [0, 0] },
      c: { ...when(...rows), at: [1, 0] },
      out: { type: 'segmentOutput', at: [2, 0] },
    },
    ['all.out → c.in', 'c.matched → out.in'],
  );

/** Heavy and light buyers as a tag with two or three values. */
function buyers(heavy: number, third?: number): Graph {
  const nodes = {
    all: { type: 'allMembers', at: [0, 0] as const },
    heavy: { ...when(orders(heavy)), at: [1, 0] as const },
    light: { ...when(orders(third ?? 1)), at: [2, 1] as const },
    h: { type: 'tagValue', params: { value: 'heavy' }, at: [3, 0] as const },
    l: { type: 'tagValue', params: { value: 'light' }, at: [3, 1] as const },
    ...(third === undefined
      ? {}
      : { n: { type: 'tagValue', params: { value: 'none' }, at: [3, 2] as const } }),
  };
  const edges = [
    'all.out → heavy.in',
    'heavy.matched → h.in',
    'heavy.notMatched → light.in',
    'light.matched → l.in',
  ];
  return draw('tag', nodes, third === undefined ? edges : [...edges, 'light.notMatched → n.in']);
}

async function drawn(graph: Graph): Promise<Definition> {
  const { id } = await createDefinition(db(), anna, { kind: graph.kind, label: { zh: '试', en: 'Try' } });
  return redrawn(id, graph);
}

async function redrawn(id: string, graph: Graph): Promise<Definition> {
  const { revision } = await findDefinition(db(), id);
  expect(await saveDraft(db(), anna, id, { revision, graph })).toMatchObject({ ok: true });
  return toDefinition(db(), await findDefinition(db(), id));
}

async function published(definition: Definition, actor: Actor = anna): Promise<Definition> {
  const saved = await publish(db(), actor, definition.id, definition, demoAsOf);
  if (!saved.ok) throw new Error('somebody else was there first');
  return toDefinition(db(), saved.value.definition);
}

async function countOf(graph: Graph, port: string): Promise<number | undefined> {
  const { ports } = await answerCounts(db(), { graph, asOf });
  return ports[`out.${port}`]?.n;
}

describe('the preview', () => {
  test('of a first publication is everybody it selects', async () => {
    const graph = segmentOf(orders(2));
    const { id } = await drawn(graph);
    const preview = await previewPublication(db(), id, demoAsOf);
    const n = await countOf(graph, 'value');
    expect(preview).toMatchObject({
      executable: true,
      size: { before: null, after: n },
      entered: n,
      left: 0,
    });
    expect(preview.sentence).toMatchObject({ before: null, after: { zh: expect.stringContaining('2') } });
    expect(preview.values).toMatchObject([{ value: '', before: null, after: n, entered: n, left: 0 }]);
  });

  test('adds up: before, plus who enters, minus who leaves, is after, for every value', async () => {
    const definition = await published(await drawn(buyers(4)));
    await redrawn(definition.id, buyers(7, 3));
    const preview = await previewPublication(db(), definition.id, demoAsOf);
    expect(preview.values.map(({ value }) => value)).toEqual(['heavy', 'light', 'none']);
    for (const { before, after, entered, left } of preview.values) {
      expect((before ?? 0) + entered - left).toBe(after ?? 0);
    }
    expect((preview.size.before ?? 0) + (preview.entered ?? 0) - (preview.left ?? 0)).toBe(
      preview.size.after,
    );
    expect(preview.values[2]).toMatchObject({ value: 'none', before: null, left: 0 });
    expect(preview.entered).toBeGreaterThan(0);
    expect(preview.left).toBeGreaterThan(0);
  });

  test('lists exactly those whom it counts', async () => {
    const definition = await published(await drawn(segmentOf(orders(3))));
    const draft = segmentOf(inCity('上海', '杭州', '成都'));
    await redrawn(definition.id, draft);
    const preview = await previewPublication(db(), definition.id, demoAsOf);
    const query = { revision: 1, after: -1, limit: 500 };
    const [entered, left] = await Promise.all(
      (['entered', 'left'] as const).map((change) =>
        publicationMembers(db(), definition.id, { ...query, change }, demoAsOf),
      ),
    );
    const members = await everybody(db());
    const isIn = new Map(
      members.map(({ member, events }) => [
        String(member._id),
        {
          before: events.filter(({ type }) => type === 'order').length >= 3,
          after: ['上海', '杭州', '成都'].includes(String(Object(member.attrs).city)),
        },
      ]),
    );
    const expected = (now: boolean) =>
      [...isIn].filter(([, { before, after }]) => after === now && before !== now).map(([id]) => id);
    expect(entered?.members.map(({ id }) => id)).toEqual(expected(true));
    expect(left?.members.map(({ id }) => id)).toEqual(expected(false));
    expect([entered?.total, left?.total]).toEqual([preview.entered, preview.left]);
  });

  test('says what keeps a draft from being published, and publishing is refused', async () => {
    const definition = await drawn(segmentOf({ ...inCity('上海'), operator: 'nonsense' }));
    const preview = await previewPublication(db(), definition.id, demoAsOf);
    expect(preview).toMatchObject({ executable: false, entered: null, left: null, values: [] });
    expect(preview.diagnostics.map(({ code: found }) => found)).toContain('unknown-operator');
    await expect(published(definition)).rejects.toEqual(code('not-executable'));
    expect(await listVersions(db(), definition.id)).toEqual([]);
  });

  test('says nothing of who moves when what is published no longer works', async () => {
    const field = { _id: 'attrs.short', type: 'text' as const, label: { zh: '短', en: 'Short' }, unit: null };
    const rest = { options: [], personal: false, origin: 'edited' as const, updatedAt: new Date() };
    await collection(db(), 'fields').insertOne({ ...field, ...rest });
    const asked = { subject: { kind: 'field', path: 'attrs.short' }, operator: 'isEmpty' };
    const definition = await published(await drawn(segmentOf(asked)));
    await collection(db(), 'fields').deleteOne({ _id: 'attrs.short' });
    await redrawn(definition.id, segmentOf(orders(1)));
    const preview = await previewPublication(db(), definition.id, demoAsOf);
    expect(preview).toMatchObject({ executable: true, entered: null, left: null, size: { before: null } });
    expect(preview.size.after).toBeGreaterThan(0);
  });
});

describe('a version', () => {
  test('is what was drawn, said, counted and compiled, and stays so', async () => {
    const graph = segmentOf(orders(5));
    const { id } = await published(await drawn(graph));
    await redrawn(id, segmentOf(orders(6)));
    const version = await versionDetail(db(), id, 1);
    expect(version).toMatchObject({ version: 1, graph, left: 0, author: 'system:anna' });
    expect(version.size).toBe(await countOf(graph, 'value'));
    const members = await everybody(db());
    const selected = members.filter(({ member, events }) => {
      const applied = apply(version.jsonLogic, { ...member, events });
      return applied.ok && applied.result === true;
    });
    expect(selected).toHaveLength(version.size);
  });

  test('is made by one of several publishers; the others see whose it is', async () => {
    const definition = await drawn(segmentOf(orders(8)));
    const people = Array.from({ length: 6 }, (_, i) => systemActor(`p${i}`));
    const results = await Promise.all(
      people.map((actor) =>
        publish(db(), actor, definition.id, definition, demoAsOf).catch((error: unknown) => error),
      ),
    );
    const won = results.filter((result) => Object(result).ok === true);
    expect(won).toHaveLength(1);
    // Who comes a moment later finds nothing left to publish.
    for (const result of results) {
      if (Object(result).ok === true) continue;
      expect(result).toEqual(
        result instanceof Error
          ? code('nothing-to-publish')
          : expect.objectContaining({
              ok: false,
              definition: expect.objectContaining({ publishedVersion: 1 }),
            }),
      );
    }
    expect(await collection(db(), 'versions').countDocuments({ definition: definition.id })).toBe(1);
  });

  test('needs the draft that its publisher saw', async () => {
    const seen = await drawn(segmentOf(orders(2)));
    await redrawn(seen.id, segmentOf(orders(9)));
    expect(await publish(db(), anna, seen.id, seen, demoAsOf)).toMatchObject({
      ok: false,
      definition: { revision: seen.revision + 1, publishedVersion: null },
    });
  });

  test('whose publisher died half-way is never seen, and gives way', async () => {
    const definition = await drawn(segmentOf(orders(4)));
    const dead = {
      ...(await collection(db(), 'versions').findOne({})),
      definition: definition.id,
      version: 1,
    };
    const orphan = {
      ...dead,
      _id: `${definition.id}:1`,
      note: 'orphan',
      publishedAt: new Date(Date.now() - 120_000),
    };
    await db().collection<{ _id: string }>('versions').insertOne(orphan);
    expect(await listVersions(db(), definition.id)).toEqual([]);
    await expect(versionDetail(db(), definition.id, 1)).rejects.toEqual(code('not-found'));
    await published(definition);
    expect(await listVersions(db(), definition.id)).toMatchObject([{ version: 1, note: '' }]);
  });

  test('is not made again of the same draft, wherever its cards lie', async () => {
    const graph = segmentOf(orders(3));
    const definition = await published(await drawn(graph));
    const moved = { ...graph, nodes: graph.nodes.map((node) => ({ ...node, position: { x: 7, y: 7 } })) };
    const again = await redrawn(definition.id, moved);
    expect(again.state).toBe('published');
    await expect(published(again)).rejects.toEqual(code('nothing-to-publish'));
    expect((await redrawn(definition.id, segmentOf(orders(4)))).state).toBe('changed');
  });

  test('can become the draft again, and be published as a new one', async () => {
    const first = await published(await drawn(segmentOf(orders(2))));
    const second = await published(await redrawn(first.id, segmentOf(orders(5))));
    expect(await restoreVersion(db(), anna, first.id, 1, 0)).toMatchObject({ ok: false });
    const restored = await restoreVersion(db(), anna, first.id, 1, second.revision);
    expect(restored).toMatchObject({ ok: true, value: { graph: segmentOf(orders(2)), state: 'changed' } });
    if (restored.ok) await published(restored.value);
    const versions = await listVersions(db(), first.id);
    expect(versions.map(({ version }) => version)).toEqual([3, 2, 1]);
    expect(versions[0]?.size).toBe(versions[2]?.size);
  });

  test('too big for its artefact is blocked with a diagnostic', async () => {
    const value = Array.from({ length: 1_000 }, (_, i) => `${i}-${'城'.repeat(20)}`);
    const rows = Array.from({ length: 4 }, () => inCity(...value));
    const graph = segmentOf(...rows.map((row, i) => ({ ...row, value: value.map((text) => `${i}${text}`) })));
    expect(JSON.stringify(graph).length).toBeLessThan(graphLimits.bytes);
    const definition = await drawn(graph);
    const preview = await previewPublication(db(), definition.id, demoAsOf);
    expect(preview.executable).toBe(false);
    expect(preview.diagnostics.map(({ code: found }) => found)).toContain('too-big');
    await expect(published(definition)).rejects.toEqual(code('not-executable'));
  });
});

test('a segment in a segment is inlined, and always current', async () => {
  const inner = await published(await drawn(segmentOf(orders(2))));
  const outer = segmentOf(
    { subject: { kind: 'segment', key: inner.key }, operator: 'inSegment' },
    inCity('上海'),
  );
  const both = (n: number) => segmentOf(orders(n), inCity('上海'));
  expect(await countOf(outer, 'value')).toBe(await countOf(both(2), 'value'));
  await published(await redrawn(inner.id, segmentOf(orders(6))));
  expect(await countOf(outer, 'value')).toBe(await countOf(both(6), 'value'));
  expect(await countOf(both(6), 'value')).not.toBe(await countOf(both(2), 'value'));
});

test('a segment that leads back to itself is a diagnostic', async () => {
  const { id, key } = await published(await drawn(segmentOf(orders(2))));
  const circular = segmentOf({ subject: { kind: 'segment', key }, operator: 'inSegment' });
  const { diagnostics } = await answerCounts(db(), { graph: circular, asOf, definition: id });
  expect(diagnostics.map(({ code: found }) => found)).toContain('segment-cycle');
});
