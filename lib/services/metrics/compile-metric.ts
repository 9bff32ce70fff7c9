import type { Db } from 'mongodb';
import { Problem } from '@/lib/contracts/problem';
import { loadEnvironment } from '@/lib/workspace/environment';
import { type CompiledSubject, compileSubject, eventOperand } from '@/rules-engine/index';

/**
 * What a metric computes, as of an instant in ms. Throws `invalid-input` with the part of the operand that is wrong and
 * why.
 */
export async function compileMetric(db: Db, operand: unknown, asOf: number): Promise<CompiledSubject> {
  const event = eventOperand.safeParse(operand);
  if (!event.success) {
    const why = { zh: '请选择一种事件和计算方式', en: 'choose an event and what to compute' };
    throw new Problem('invalid-input', { where: where(event.error.issues[0]?.path.join('.')), why });
  }
  const { catalogue, timeZone } = await loadEnvironment(db);
  const compiled = compileSubject(event.data, { catalogue, timeZone, asOf, bounds: new Map() });
  if (compiled.ok) return compiled.subject;
  const [first] = compiled.diagnostics;
  throw new Problem('invalid-input', { where: where(first?.param), why: first?.message ?? '' });
}

function where(param: string | null | undefined): string {
  return param ? `operand.${param}` : 'operand';
}
