import type { Diagnostic } from '../diagnostics/diagnostic';
import type { Expression } from '../ir/expression';
import { isExpression } from '../ir/is-expression';
import type { Text } from '../text';
import { compileGroup } from './condition';
import { type Environment, NodeReport } from './environment';
import { resolveSubject } from './subject';
import { warnOfHidden } from './window-cuts';

/** A value that a member has, computed or stored: what metrics and quantiles are made of. */
export interface CompiledSubject {
  value: Expression;
  type: 'number' | 'money' | 'date';
  /** Unit of a number, currency of money. */
  unit: string | null;
  /** What it is in words. */
  label: Text;
  /** The events that it counts, in words, where it counts any: `（金额不低于 ¥100）下单`. */
  happening: Text | null;
  /** Only whole numbers can come of it. */
  whole: boolean;
  /** What its author should know of it; `param` is a path below the subject. */
  warnings: readonly Diagnostic[];
}

/**
 * A subject (a field, an event aggregate, a formula) outside any graph. What is wrong with it is in `diagnostics`, whose
 * `param` is a path below the subject.
 */
export function compileSubject(
  raw: unknown,
  environment: Environment,
): { ok: true; subject: CompiledSubject } | { ok: false; diagnostics: readonly Diagnostic[] } {
  const report = new NodeReport('');
  const found = resolveSubject(raw, '', {
    environment,
    report,
    scope: { on: 'member' },
    depth: 0,
    name: { zh: '', en: '' },
    inside: null,
    group: compileGroup,
    segment: () => null,
    layering: () => null,
  });
  if (found && isExpression(found.value)) {
    const { value, unit, label, happening, whole } = found;
    if (value.type === 'number' || value.type === 'date') {
      const type = value.type === 'date' ? 'date' : found.types.includes('money') ? 'money' : 'number';
      warnOfHidden(found, 'window', environment, report);
      const warnings = report.diagnostics;
      return { ok: true, subject: { value, type, unit, label, happening, whole, warnings } };
    }
  }
  if (found) {
    report.error('operator-does-not-fit', null, {
      zh: `“${found.label.zh}”不是数字，也不是日期。`,
      en: `“${found.label.en}” is neither a number nor a date.`,
    });
  }
  return { ok: false, diagnostics: report.diagnostics };
}
