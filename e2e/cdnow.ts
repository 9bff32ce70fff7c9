import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CHECKOUT } from './run-settings';

/** Every purchase of the cohort: 69,659 of 23,570 customers. */
export const CDNOW_FILE = path.resolve(CHECKOUT, '../shared/data/cdnow/CDNOW_master.txt');

/** The day that the relative dates of the rule are measured from. */
export const AS_OF = '1998-06-30';

/** 180 days before it, the first day that counts. */
const RECENT_FROM = '19980101';

export interface Customer {
  readonly id: string;
  readonly days: number;
  readonly orders: number;
  readonly cents: number;
  /** YYYYMMDD */
  readonly last: string;
}

/** Every line of the raw file: who paid how many cents. Throws when the file isn't there. */
export function cdnowPurchases(): { customer: string; day: string; cents: number }[] {
  if (!existsSync(CDNOW_FILE)) {
    throw new Error(`The journeys need the CDNOW purchases: put CDNOW_master.txt at ${CDNOW_FILE}.`);
  }
  const [, ...lines] = readFileSync(CDNOW_FILE, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [customer = '', day = '', , dollars = ''] = line.trim().split(/\s+/);
    return { customer, day, cents: Math.round(Number(dollars) * 100) };
  });
}

/**
 * The customers as the raw file has them: what the product's numbers are compared with, computed by nothing of the
 * product.
 */
export function cdnowCustomers(): Customer[] {
  const bought = new Map<string, { days: Set<string>; orders: number; cents: number }>();
  for (const { customer: id, day, cents } of cdnowPurchases()) {
    const customer = bought.get(id) ?? { days: new Set<string>(), orders: 0, cents: 0 };
    customer.days.add(day);
    customer.orders += 1;
    customer.cents += cents;
    bought.set(id, customer);
  }
  return [...bought].map(([id, { days, orders, cents }]) => ({
    id,
    days: days.size,
    orders,
    cents,
    last: [...days].sort().at(-1) ?? '',
  }));
}

/** The three questions of the rule. */
export const asked = {
  fourDays: ({ days }: Customer) => days >= 4,
  twoHundred: ({ cents }: Customer) => cents >= 20_000,
  recent: ({ last }: Customer) => last >= RECENT_FROM,
} as const;

/** A number as the pages write it. */
export const grouped = (n: number) => n.toLocaleString('en-US');
