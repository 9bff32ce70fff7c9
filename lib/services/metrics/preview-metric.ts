import type { Db } from 'mongodb';
import type { MetricPreview, MetricPreviewAnswer } from '@/lib/contracts/metrics';
import { queryMembers } from '@/lib/counting/query-members';
import { collection } from '@/lib/db/collections';
import { BUCKETS } from '@/lib/members/bucket';
import { readValues, rule } from '@/rules-engine/index';
import { compileMetric } from './compile-metric';

/** Above this many members a stable sample of about as many is looked at. */
const lookedAt = 50_000;
const bins = 20;
const examples = 5;
const limitMs = 30_000;

type Point = number | string;

/** How a metric would be distributed. Throws `invalid-input`, `too-slow`. */
export async function previewMetric(
  db: Db,
  { operand, asOf }: MetricPreview,
  signal: AbortSignal,
): Promise<MetricPreviewAnswer> {
  const began = performance.now();
  const subject = await compileMetric(db, operand, Date.parse(asOf));
  const members = await collection(db, 'members').countDocuments();
  const exact = members <= lookedAt;
  const sample = { bucket: { $lt: Math.ceil((BUCKETS * lookedAt) / Math.max(1, members)) } };
  const of = exact ? members : await collection(db, 'members').countDocuments(sample);
  const stages = readValues(rule.always, subject.value, exact ? {} : { members: sample });
  const found = await queryMembers<{ _id: string; value: number | Date }>(db, stages, {
    signal,
    deadline: began + limitMs,
  });
  const values = found.map(({ _id, value }) => ({ member: _id, value: Number(value) }));
  values.sort((a, b) => a.value - b.value);
  const point = (value: number | undefined): Point | null => {
    if (value === undefined) return null;
    return subject.type === 'date' ? new Date(value).toISOString() : value;
  };
  const at = (share: number) => values[Math.floor(share * (values.length - 1))];
  return {
    type: subject.type,
    unit: subject.unit,
    sentence: subject.label,
    of,
    present: values.length,
    exact,
    min: point(values[0]?.value),
    median: point(at(0.5)?.value),
    mean: subject.type === 'date' || values.length === 0 ? null : mean(values.map(({ value }) => value)),
    max: point(values.at(-1)?.value),
    bins: histogram(values.map(({ value }) => value)).map(({ from, to, n }) => ({
      from: point(from) ?? 0,
      to: point(to) ?? 0,
      n,
    })),
    examples: Array.from({ length: Math.min(examples, values.length) }, (_, i) =>
      at(i / Math.max(1, examples - 1)),
    )
      .flatMap((entry) => (entry ? [entry] : []))
      .map(({ member, value }) => ({ member, value: point(value) ?? 0 })),
    tookMs: Math.round(performance.now() - began),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Bins of one width over ascending values; whole numbers stay in whole-numbered bins. */
function histogram(values: readonly number[]): { from: number; to: number; n: number }[] {
  const min = values[0];
  const max = values.at(-1);
  if (min === undefined || max === undefined) return [];
  const whole = values.every(Number.isInteger);
  const width = whole ? Math.max(1, Math.ceil((max - min + 1) / bins)) : (max - min) / bins || 1;
  const count = Math.min(bins, Math.floor((max - min) / width) + 1);
  const counts = new Array<number>(count).fill(0);
  for (const value of values) {
    const bin = Math.min(count - 1, Math.floor((value - min) / width));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((n, i) => ({ from: min + i * width, to: min + (i + 1) * width, n }));
}
