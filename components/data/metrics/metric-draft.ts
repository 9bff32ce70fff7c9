import type { EngineCatalogue } from '@/lib/contracts/definitions';
import {
  type Catalogue,
  compileSubject,
  type Diagnostic,
  defaultWindow,
  type EventOperand,
  type EventWindow,
  eventOperand,
  formatDay,
  localDay,
  parseAsOf,
} from '@/rules-engine/index';

/** How often something happened lately: what a new metric starts with. */
export function initialOperand(eventType: string): EventOperand {
  return { kind: 'event', eventType, fn: 'count', window: defaultWindow('count') };
}

/** The stored operand, or where to start when it isn't one. */
export function readOperand(raw: unknown, fallback: string): EventOperand {
  return eventOperand.safeParse(raw).data ?? initialOperand(fallback);
}

const shortUnits: Record<string, string> = { hours: 'h', days: 'd', weeks: 'w', months: 'm', years: 'y' };

/** A key that says what is counted: `order_count_90d`. */
export function proposedKey({ eventType, fn, property, window }: EventOperand): string {
  const name = property ? property.slice(property.indexOf('.') + 1) : '';
  const when =
    window.kind === 'last'
      ? `${window.n}${shortUnits[window.unit]}`
      : window.kind === 'between'
        ? 'between'
        : '';
  const snake = (text: string) => text.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return [eventType, name, snake(fn), when].filter(Boolean).join('_').slice(0, 64);
}

/** The window of another kind, with days to begin with. */
export function windowOf(kind: EventWindow['kind'], now: number, timeZone: string): EventWindow {
  const today = localDay(now, timeZone);
  const make: Record<EventWindow['kind'], () => EventWindow> = {
    allTime: () => ({ kind: 'allTime' }),
    last: () => ({ kind: 'last', n: 90, unit: 'days' }),
    between: () => ({ kind: 'between', from: formatDay(today - 90), to: formatDay(today) }),
  };
  return make[kind]();
}

/** The end of a local day as ISO 8601, or now without one. */
export function asOfInstant(day: string | null, timeZone: string): string {
  const at = day === null ? null : parseAsOf(day, timeZone);
  return new Date(at ?? Date.now()).toISOString();
}

/** Whether the catalogue has what the operand reads. */
export function isKnown({ eventType, property }: EventOperand, catalogue: Catalogue): boolean {
  const type = Object.hasOwn(catalogue.eventTypes, eventType) ? catalogue.eventTypes[eventType] : undefined;
  return type !== undefined && (property === undefined || Object.hasOwn(type.props, property));
}

/**
 * What keeps the operand from being computed (errors), or should be known of it (warnings); `param` is a path below it:
 * `where.rows.0.value`.
 */
export function operandDiagnostics(
  operand: EventOperand,
  { timeZone, currency: _, ...catalogue }: EngineCatalogue,
): readonly Diagnostic[] {
  const compiled = compileSubject(operand, { catalogue, timeZone, asOf: Date.now(), bounds: new Map() });
  return compiled.ok ? compiled.subject.warnings : compiled.diagnostics;
}

/** Only what keeps it from being computed. */
export function operandProblems(operand: EventOperand, catalogue: EngineCatalogue): readonly Diagnostic[] {
  return operandDiagnostics(operand, catalogue).filter(({ severity }) => severity === 'error');
}
