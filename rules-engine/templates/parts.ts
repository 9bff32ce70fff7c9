import type { AggregateFunction } from '../ir/expression';
import type { Unit } from '../time/window';

/** Pieces that the templates' graphs are made of. */

export const allTime = { kind: 'allTime' } as const;

export function last(n: number, unit: Unit) {
  return { kind: 'last', n, unit } as const;
}

export function field(path: string) {
  return { kind: 'field', path } as const;
}

export function event(
  eventType: string,
  fn: AggregateFunction,
  window: ReturnType<typeof last> | typeof allTime,
  more: { property?: string; where?: unknown } = {},
) {
  return { kind: 'event', eventType, fn, window, ...more } as const;
}

export function row(subject: unknown, operator: string, value?: unknown) {
  return value === undefined ? { subject, operator } : { subject, operator, value };
}

export function when(...rows: unknown[]) {
  return { type: 'condition', params: { mode: 'all', rows } };
}

export function whenAny(...rows: unknown[]) {
  return { type: 'condition', params: { mode: 'any', rows } };
}

export function value(key: string, zh: string, en: string) {
  return { type: 'tagValue', params: { value: key, label: { zh, en } } };
}

/** A layer; the note at it is in the template's `notes`. */
export function layer(color: number, key: string, zh: string, en: string) {
  return { type: 'layer', params: { layer: key, label: { zh, en }, color } };
}

export function others(key: string, zh: string, en: string) {
  return { type: 'fallbackLayer', params: { layer: key, label: { zh, en }, color: 9 } };
}

/** Up to `weight` points by which of `groups` a number falls into; parted at `cuts`. */
export function grade(weight: number, subject: unknown, cuts: readonly number[], better = 'higher') {
  return { weight, subject, better, by: 'bands', groups: cuts.length + 1, cuts };
}

/** Where templates of one theme are put. */
export const folders = {
  consumption: { zh: '消费', en: 'Consumption' },
  lifecycle: { zh: '生命周期', en: 'Lifecycle' },
  interaction: { zh: '互动', en: 'Interaction' },
  layers: { zh: '分层', en: 'Layers' },
  attributes: { zh: '基本属性', en: 'Attributes' },
} as const;
