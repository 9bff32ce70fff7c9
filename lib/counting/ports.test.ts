import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '@/lib/contracts/people';
import { answerCounts } from '@/lib/services/counts/answer-counts';
import { answerMembers } from '@/lib/services/counts/answer-members';
import { explainMember } from '@/lib/services/explain/explain-member';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { loadEnvironment, type Workspace } from '@/lib/workspace/environment';
import {
  type CompiledGraph,
  compileGraph,
  evaluate,
  evaluateExpression,
  type Graph,
  type MemberData,
  type Need,
  nodeTypes,
  type Predicate,
  rule,
  type TopBound,
} from '@/rules-engine/index';
import { arbitraryGraph, drawnTypes } from './testing/arbitrary-graph';
import { demoAsOf, demoWorkspace, everybody } from './testing/demo-workspace';

const size = 240;
const runs = { numRuns: 25, endOnFailure: true };
const asOf = new Date(demoAsOf).toISOString();

let database: TestDatabase;
let members: MemberData[];
let workspace: Workspace;

beforeAll(async () => {
  database = await testDatabase();
  await demoWorkspace(database.db, size);
  members = await everybody(database.db);
  workspace = await loadEnvironment(database.db);
});
afterAll(() => database.drop());

const holding = (predicate: Predicate) => members.filter((data) => evaluate(predicate, data));
const idsOf = (found: readonly MemberData[]) => found.map(({ member }) => String(member._id));

/** The reference: bounds and ports worked out from everybody in memory. */
function reference(graph: Graph): CompiledGraph {
  const bounds = new Map<string, TopBound | null>();
  for (;;) {
    const compiled = compileGraph(graph, { ...workspace, asOf: demoAsOf, bounds });
    const [need] = compiled.needs.filter(({ key }) => !bounds.has(key));
    if (!need) return compiled;
    bounds.set(need.key, lastKept(need));
  }
}

function lastKept({ members: among, value, n, direction }: Need): TopBound | null {
  const sign = direction === 'highest' ? -1 : 1;
  const ranked = holding(among)
    .map((data) => ({ value: evaluateExpression(value, data), ord: Number(data.member.ord) }))
    .flatMap(({ value: found, ord }) => (typeof found === 'number' ? [{ value: found, ord }] : []))
    .sort((a, b) => sign * (a.value - b.value) || a.ord - b.ord);
  return ranked[n - 1] ?? null;
}

test('every type of node is drawn', () => {
  const outputs = nodeTypes.filter(({ group }) => group === 'outputs').map(({ type }) => type);
  expect([...drawnTypes, ...outputs].sort()).toEqual(nodeTypes.map(({ type }) => type).sort());
});

test('the number at every port is that of the reference evaluator over all members', () =>
  fc.assert(
    fc.asyncProperty(arbitraryGraph(), async (graph) => {
      const expected = reference(graph);
      expect(expected.executable, JSON.stringify(expected.diagnostics)).toBe(true);
      const { ports, total } = await answerCounts(database.db, { graph, asOf });
      expect(total).toBe(size);
      expect(ports).toEqual(
        Object.fromEntries(
          [...expected.ports].map(([port, predicate]) => [
            port,
            { n: holding(predicate).length, error: null },
          ]),
        ),
      );
    }),
    runs,
  ));

test('lists, numbers and explanations speak of the same members', () =>
  fc.assert(
    fc.asyncProperty(arbitraryGraph(), fc.nat(), fc.nat(), async (graph, pick, who) => {
      const { ports } = await answerCounts(database.db, { graph, asOf });
      const names = [...reference(graph).ports.keys()];
      const port = names[pick % names.length] ?? 'all.out';
      const listed: string[] = [];
      for (let after: number | null = -1; after !== null; ) {
        const query = { graph, asOf, port, after, limit: 37, columns: [] };
        const page = await answerMembers(database.db, query);
        expect(page.total).toBe(ports[port]?.n);
        listed.push(...page.members.map(({ id }) => id));
        after = page.next;
      }
      expect(listed).toEqual(idsOf(holding(reference(graph).ports.get(port) ?? rule.never)));

      const member = idsOf(members)[who % size] ?? '';
      const { nodes, output } = await explainMember(database.db, systemActor('test'), {
        graph,
        asOf,
        member,
      });
      const [node = '', name = ''] = port.split('.');
      const explained = nodes.find((one) => one.node === node);
      if (explained && Object.hasOwn(explained.ports, name))
        expect(explained.ports[name]).toBe(listed.includes(member));
      const mine = members.find((data) => data.member._id === member);
      const given = reference(graph).outputs.find(({ predicate }) => mine && evaluate(predicate, mine));
      expect(output?.value ?? null).toBe(given?.value ?? null);
    }),
    runs,
  ));
