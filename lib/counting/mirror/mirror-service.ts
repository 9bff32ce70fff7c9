import type { MirrorColumn, MirrorStatus } from '@/lib/contracts/mirror';
import {
  type BoundQuestion,
  type Column,
  type Expression,
  type Predicate,
  unpackPredicates,
} from '@/rules-engine/index';
import type { Loader } from './loader';
import { type Mirror, watermarkOf } from './mirror';
import type { BoundsAnswer, DistributionAnswer, MirrorAnswer } from './mirror-answer';
import { type MirrorRequest, mirrorRequestSchema } from './mirror-request';

/** Answers a question that came from another thread or process. Throws on what isn't one. */
export async function answerRequest(
  mirror: Mirror,
  where: 'thread' | 'process',
  request: unknown,
): Promise<MirrorAnswer | BoundsAnswer | DistributionAnswer | MirrorStatus> {
  const asked = mirrorRequestSchema.parse(request);
  if (asked.kind === 'status') return statusOf(mirror, where);
  const { predicates, values } = unpackPredicates(asked.predicates);
  const { withinMs } = asked;
  switch (asked.kind) {
    case 'count':
      return mirror.count(predicates, { withinMs });
    case 'bounds':
      return mirror.bounds(boundQuestions(asked, predicates, values), { withinMs });
    case 'distribution': {
      const [members, value] = [predicates[0], values[0]];
      if (!members || !value) throw new Error('A distribution is of one value among some members.');
      return mirror.distribution({ members, value, at: asked.at }, { withinMs });
    }
  }
}

function boundQuestions(
  { tops }: Extract<MirrorRequest, { kind: 'bounds' }>,
  predicates: readonly Predicate[],
  values: readonly Expression[],
): BoundQuestion[] {
  return tops.map((top, i) => {
    const [members, value] = [predicates[i], values[i]];
    if (!members || !value) throw new Error('A top N is by one value among some members.');
    return { ...top, members, value };
  });
}

export function statusOf(mirror: Mirror, where: 'thread' | 'process'): MirrorStatus {
  const { loader, options } = mirror;
  const { data } = loader;
  const newest = data ? watermarkOf(data) : null;
  const reuse = data?.counts.reuse ?? { hits: 0, misses: 0 };
  const resultBytes = data?.counts.bytes ?? 0;
  return {
    state: loader.isLoading ? 'loading' : data ? 'ready' : 'empty',
    where,
    members: data?.members.table.size ?? 0,
    events: [...(data?.events.values() ?? [])].reduce((sum, { seen }) => sum + seen, 0),
    columns: columnsOf(loader),
    bytes: (data?.bytes ?? 0) + resultBytes,
    resultBytes,
    budgetBytes: options.budgetBytes,
    generation: data?.generation ?? 0,
    watermark: newest === null ? null : new Date(newest).toISOString(),
    lagMs: data ? Math.max(0, Math.round(performance.now() - mirror.freshAt)) : null,
    answered: mirror.answered,
    passedOn: { ...mirror.passedOn },
    ...reuse,
    audit: mirror.audit,
    load: loader.lastLoad,
    snapshotAt: mirror.snapshotAt?.toISOString() ?? null,
    problem: loader.problem && { ...loader.problem, at: loader.problem.at.toISOString() },
  };
}

function columnsOf({ data, use }: Loader): MirrorColumn[] {
  if (!data) return [];
  const members = [...data.members.fields].flatMap(([key, { path }]): MirrorColumn[] => {
    const column = data.members.table.columns.get(key);
    if (!column) return [];
    return [{ path, eventType: null, ...shapeOf(column), usedAt: isoAt(use.usedAt('field', key)) }];
  });
  const events = [...data.events.values()].map(
    ({ type, properties, rows, bytes }): MirrorColumn => ({
      path: [...properties.values()].map(({ path }) => path).join(', '),
      eventType: type,
      kind: 'events',
      entries: rows.rows,
      bytes,
      usedAt: isoAt(use.usedAt('events', type)),
    }),
  );
  return [...members, ...events];
}

function shapeOf(column: Column): Pick<MirrorColumn, 'kind' | 'entries' | 'bytes'> {
  const { kind, bytes } = column;
  if (column.kind === 'text') return { kind, bytes, entries: column.dictionary.length - 1 };
  if (column.kind === 'list') return { kind, bytes, entries: column.byValue.size };
  return { kind, bytes, entries: null };
}

function isoAt(ms: number): string | null {
  return ms > 0 ? new Date(ms).toISOString() : null;
}
