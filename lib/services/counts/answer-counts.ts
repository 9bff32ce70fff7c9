import type { Db } from 'mongodb';
import type { CountsAnswer, CountsQuery } from '@/lib/contracts/counts';
import { counterOf } from '@/lib/counting/counter-of';
import { prepareDrawn } from '@/lib/counting/drawn-graph';

/** Numbers at the ports may be so old while the data changes fast; lists and exports are always up to date. */
const withinMs = 2_000;

/** Members at every port that can be compiled. Throws `invalid-input`, `too-slow`. */
export async function answerCounts(db: Db, query: CountsQuery, signal?: AbortSignal): Promise<CountsAnswer> {
  const began = performance.now();
  const { compiled, asOf } = await prepareDrawn(db, query, signal);
  const { counts, total, watermark, engine, isWarming } = await counterOf(db).count(compiled.ports, {
    signal,
    estimate: query.estimate ?? false,
    withinMs,
  });
  return {
    ports: Object.fromEntries(counts),
    total,
    asOf: new Date(asOf).toISOString(),
    watermark: watermark?.toISOString() ?? null,
    engine,
    isWarming,
    tookMs: Math.round(performance.now() - began),
    diagnostics: [...compiled.diagnostics],
  };
}
