import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arbitraryGraph } from '@/lib/counting/testing/arbitrary-graph';
import { demoAsOf, demoWorkspace } from '@/lib/counting/testing/demo-workspace';
import { answerCounts } from '@/lib/services/counts/answer-counts';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { lintDrawing } from './lint-drawing';

const asOf = new Date(demoAsOf).toISOString();
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await demoWorkspace(database.db, 200);
});
afterAll(() => database.drop());

test('what a layer loses is the difference between those who reach it and those who are in it', () =>
  fc.assert(
    fc.asyncProperty(arbitraryGraph('layering'), async (graph) => {
      const { ports } = await answerCounts(database.db, { graph, asOf });
      const { findings } = await lintDrawing(database.db, { graph, asOf });
      const n = (port: string) => ports[`${port}` as keyof typeof ports]?.n ?? 0;
      for (const { id, type } of graph.nodes) {
        const of = findings.filter(({ node }) => node === id);
        if (type === 'fallbackLayer')
          expect(of).toEqual([expect.objectContaining({ kind: 'gap', n: n(`${id}.value`) })]);
        if (type !== 'layer') continue;
        const lost = of
          .filter(({ kind }) => kind === 'overlap')
          .reduce((sum, finding) => sum + (finding.n ?? 0), 0);
        const isUnreachable = of.some(({ kind }) => kind === 'unreachable');
        expect(isUnreachable).toBe(n(`${id}.value`) === 0);
        // One that shows from the rule never to be reached isn't counted.
        if (!of.some(({ kind, n: of }) => kind === 'unreachable' && of === null))
          expect(lost).toBe(n(`${id}.in`) - n(`${id}.value`));
      }
    }),
    { numRuns: 15, endOnFailure: true },
  ));
