import { describe, expect, it } from 'vitest';
import { type DefinitionSummary, definitionSummarySchema } from '@/lib/contracts/definitions';
import { type Import, importSchema } from '@/lib/contracts/imports';
import { type Run, runSchema } from '@/lib/contracts/runs';
import { moversOf, tasksOf } from './tasks';

const label = { zh: '高频', en: 'Frequent' };
const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T00:00:00.000Z`;

function definition(change: Partial<DefinitionSummary>): DefinitionSummary {
  return definitionSummarySchema.parse({
    id: 'd1',
    kind: 'tag',
    key: 'frequent',
    label,
    folder: '',
    state: 'published',
    publishedVersion: 1,
    schedule: null,
    nextRunAt: null,
    lastRun: { run: 'r1', at: at(2), asOf: at(2), size: 5, state: 'done' },
    size: 5,
    sizeAsOf: at(2),
    archivedAt: null,
    createdBy: 'anna',
    createdAt: at(1),
    updatedBy: 'anna',
    updatedAt: at(1),
    ...change,
  });
}

function run(change: Partial<Run>): Run {
  return runSchema.parse({
    id: 'r1',
    definition: 'd1',
    label,
    kind: 'tag',
    version: 1,
    asOf: at(2),
    state: 'done',
    trigger: 'person',
    by: 'anna',
    counts: [],
    size: 100,
    entered: 0,
    left: 0,
    moved: 0,
    progress: { done: 1, total: 1 },
    error: null,
    startedAt: at(2),
    finishedAt: at(2),
    job: 'j1',
    cancelRequested: false,
    ...change,
  });
}

function file(change: Partial<Import>): Import {
  return importSchema.parse({
    id: 'i1',
    kind: 'events',
    name: 'orders.csv',
    bytes: 10,
    dryRun: false,
    state: 'done',
    progress: 1,
    counts: { read: 10, accepted: 10, duplicates: 0, rejected: 0 },
    newMembers: 0,
    error: null,
    job: null,
    createdBy: 'anna',
    createdAt: at(3),
    finishedAt: at(3),
    ...change,
  });
}

const rejected = { read: 10, accepted: 8, duplicates: 0, rejected: 2 };

describe('what to do next', () => {
  it('is nothing when all is well', () => {
    expect(tasksOf({ definitions: [definition({})], runs: [run({})], imports: [file({})] })).toEqual([]);
  });

  it('begins with what failed, and says why', () => {
    const why = { zh: '太慢', en: 'too slow' };
    const failed = { run: 'r9', at: at(4), asOf: at(4), size: 0, state: 'failed' as const };
    const tasks = tasksOf({
      definitions: [
        definition({ id: 'a', state: 'changed' }),
        definition({ id: 'b', lastRun: null }),
        definition({ id: 'c', kind: 'segment', lastRun: failed }),
      ],
      runs: [run({ id: 'r9', state: 'failed', error: { code: 'too-slow', message: why } })],
      imports: [file({ counts: rejected })],
    });
    expect(tasks.map(({ kind }) => kind)).toEqual([
      'failed-run',
      'rejected-rows',
      'never-run',
      'unpublished',
    ]);
    expect(tasks[0]).toMatchObject({ href: '/segments/c/runs', why });
  });

  it('forgets a failed import that was done over, and trials', () => {
    const imports = [
      file({ id: 'new' }),
      file({ id: 'old', state: 'failed' }),
      file({ id: 'trial', name: 'other.csv', dryRun: true, counts: rejected }),
    ];
    expect(tasksOf({ definitions: [], runs: [], imports })).toEqual([]);
  });
});

describe('what moved most', () => {
  it('takes the latest finished run of each, by share, without those that stood still', () => {
    const runs = [
      run({ id: '1', definition: 'x', state: 'failed' }),
      run({ id: '2', definition: 'x', size: 1000, entered: 50, left: 0 }),
      run({ id: '3', definition: 'x', size: 10, entered: 10, left: 0 }),
      run({ id: '4', definition: 'y', size: 10, entered: 4, left: 1 }),
      run({ id: '5', definition: 'z' }),
    ];
    expect(moversOf(runs).map(({ id }) => id)).toEqual(['4', '2']);
  });

  it('sees who changed layers where nobody comes or goes', () => {
    const runs = [
      run({ id: '1', definition: 'x', size: 1000, entered: 50 }),
      run({ id: '2', definition: 'y', kind: 'layering', size: 1000, moved: 400 }),
      run({ id: '3', definition: 'first', kind: 'layering', size: 1000, entered: 1000 }),
    ];
    expect(moversOf(runs).map(({ id }) => id)).toEqual(['2', '1']);
  });
});
