import type { Db } from 'mongodb';
import type { QuantilesAnswer, QuantilesQuery } from '@/lib/contracts/counts';
import { compileSubject, type Diagnostic, type Expression } from '@/rules-engine/index';
import { counterOf } from './counter-of';
import { type PreparedDrawing, prepareDrawn } from './drawn-graph';

const limitMs = 60_000;

/**
 * Cutpoints and the mean of a number among the members at a port, exact. Where they can't be computed `cuts` is null
 * and `diagnostics` say why. Throws `invalid-input`, `too-slow`.
 */
export async function answerQuantiles(
  db: Db,
  query: QuantilesQuery,
  signal?: AbortSignal,
): Promise<QuantilesAnswer> {
  const began = performance.now();
  const drawing = await prepareDrawn(db, query, signal);
  const { compiled, asOf } = drawing;
  const members = compiled.ports.get(query.port);
  const subject = numberOf(query, drawing);
  const counter = counterOf(db);
  const { value } = subject;
  const distribution =
    members && value
      ? await counter.distribution({ members, value, at: query.at }, { signal, limitMs })
      : null;
  const counted = members && (await counter.count(new Map([['of', members]]), { signal, limitMs }));
  return {
    cuts: distribution?.cuts ?? null,
    mean: distribution?.mean ?? null,
    min: distribution?.min ?? null,
    max: distribution?.max ?? null,
    of: counted?.counts.get('of')?.n ?? 0,
    present: distribution?.present ?? 0,
    asOf: new Date(asOf).toISOString(),
    tookMs: Math.round(performance.now() - began),
    diagnostics: members ? subject.diagnostics : [...compiled.diagnostics, ...subject.diagnostics],
  };
}

/** The value that a subject stands for, or what is wrong with it, told of the node at whose port it is asked. */
function numberOf(
  { subject, port }: QuantilesQuery,
  { workspace: { catalogue, timeZone }, asOf }: PreparedDrawing,
): { value: Expression | null; diagnostics: Diagnostic[] } {
  const node = port.slice(0, port.lastIndexOf('.'));
  const compiled = compileSubject(subject, { catalogue, timeZone, asOf, bounds: new Map() });
  if (!compiled.ok) {
    const diagnostics = compiled.diagnostics.map((diagnostic) => ({
      ...diagnostic,
      node,
      param: diagnostic.param ? `subject.${diagnostic.param}` : 'subject',
    }));
    return { value: null, diagnostics };
  }
  if (compiled.subject.type !== 'date') return { value: compiled.subject.value, diagnostics: [] };
  const message = {
    zh: `“${compiled.subject.label.zh}”是日期，不能等分。`,
    en: `“${compiled.subject.label.en}” is a date: it can't be cut into groups.`,
  };
  return {
    value: null,
    diagnostics: [{ severity: 'error', code: 'operator-does-not-fit', node, param: 'subject', message }],
  };
}
