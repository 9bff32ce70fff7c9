import type { Document } from 'mongodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { MemberCounts } from '../columns/member-counts';
import { apply } from '../compile/json-logic/apply';
import { emitPredicate } from '../compile/json-logic/emit';
import { selectMembers } from '../compile/mongo/pipeline';
import { compilePredicate } from '../evaluate/closure';
import { memberColumns } from '../testing/member-columns';
import { operatorCases } from '../testing/operator-cases';
import { operators } from './registry';

/** The examples of every operator, by every reader: the reference has its own test (registry.test.ts). */
const cases = operators.map((operator) => [operator.id, operatorCases(operator)] as const);

describe.each(cases)('%s', (_, examples) => {
  test('compiled code', () => {
    for (const { name, predicate, data, holds } of examples)
      expect(compilePredicate(predicate)(data), name).toBe(holds);
  });

  test('columns', () => {
    for (const { name, predicate, data, holds } of examples) {
      const counts = new MemberCounts(memberColumns([data], [predicate]), 2 ** 20);
      expect(counts.countAll([predicate]), name).toEqual([holds ? 1 : 0]);
    }
  });

  test('JSON Logic', () => {
    for (const { name, predicate, data, holds } of examples) {
      const emitted = emitPredicate(predicate);
      if (!emitted.ok) throw new Error(`${name}: ${emitted.message.en}`);
      const result = apply(emitted.jsonLogic, { ...data.member, events: data.events });
      expect(result, name).toEqual({ ok: true, result: holds });
    }
  });
});

describe('on the database', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
    const all = cases.flatMap(([, examples]) => examples);
    const members = all.map(({ data }, i) => ({ ...data.member, _id: `m${i}`, ord: i }));
    const events = all.flatMap(({ data }, i) =>
      data.events.map((event) => ({ ...event, memberId: `m${i}` })),
    );
    await database.db.collection<Document & { _id: string }>('members').insertMany(members);
    await database.db.collection('events').insertMany(events);
  });
  afterAll(() => database.drop());

  test.each(cases)('%s', async (id, examples) => {
    const before = cases.slice(
      0,
      cases.findIndex(([other]) => other === id),
    );
    const first = before.reduce((sum, [, others]) => sum + others.length, 0);
    for (const predicate of new Set(examples.map((example) => example.predicate))) {
      const own = examples.flatMap((example, i) =>
        example.predicate === predicate ? [{ ...example, member: `m${first + i}` }] : [],
      );
      const ids = own.map(({ member }) => member);
      const stages = selectMembers(predicate, { members: { _id: { $in: ids } } });
      const found = await database.db
        .collection('members')
        .aggregate([...stages])
        .toArray();
      expect(found.map(({ _id }) => _id).sort(), own[0]?.name).toEqual(
        own
          .filter(({ holds }) => holds)
          .map(({ member }) => member)
          .sort(),
      );
    }
  });
});
