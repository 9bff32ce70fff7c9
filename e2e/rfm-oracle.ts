import type { Customer } from './cdnow';

/** A customer's R, F and M as of a day, from the raw file alone. */
export interface Rfm {
  readonly id: string;
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
}

const dayMs = 86_400_000;

function dayOf(text: string): number {
  const [, year = '', month = '', date = ''] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text) ?? [];
  return Date.UTC(Number(year), Number(month) - 1, Number(date)) / dayMs;
}

export function rfmOf(customers: readonly Customer[], asOf: string): Rfm[] {
  return customers.map(({ id, last, orders, cents }) => ({
    id,
    recency: dayOf(asOf) - dayOf(last),
    frequency: orders,
    monetary: cents,
  }));
}

export const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (at: number) => sorted[at] ?? Number.NaN;
  return (middle(Math.floor((sorted.length - 1) / 2)) + middle(Math.floor(sorted.length / 2))) / 2;
}

/** The cells by their keys: near or far, then often or rarely, then much or little. */
const keys: Record<string, string> = {
  'near high high': 'champions',
  'near low high': 'develop',
  'far high high': 'keep',
  'far low high': 'winBack',
  'near high low': 'potential',
  'near low low': 'new',
  'far high low': 'preChurn',
  'far low low': 'churned',
};

export interface Sides {
  near(recency: number): boolean;
  often(frequency: number): boolean;
  much(monetary: number): boolean;
}

export function cellOf({ recency, frequency, monetary }: Rfm, { near, often, much }: Sides): string {
  const name = [
    near(recency) ? 'near' : 'far',
    often(frequency) ? 'high' : 'low',
    much(monetary) ? 'high' : 'low',
  ].join(' ');
  return keys[name] ?? name;
}

/** How many are in each cell. */
export function cellSizes(members: readonly Rfm[], sides: Sides): Map<string, number> {
  const sizes = new Map(Object.values(keys).map((key) => [key, 0]));
  for (const member of members) {
    const cell = cellOf(member, sides);
    sizes.set(cell, (sizes.get(cell) ?? 0) + 1);
  }
  return sizes;
}
