import { busyDays, DEMO_FIRST_DAY, DEMO_LAST_DAY } from './calendar';
import { between, normal, type Random, weighted } from './random';

/** What a member does on an average ordinary day, and from when to when. */
export interface Persona {
  registeredDay: number;
  /** Days of activity, both included; empty (last < first) for who registered and never came. */
  firstDay: number;
  lastDay: number;
  ordersPerDay: number;
  visitsPerDay: number;
  messagesPerDay: number;
  sharesPerDay: number;
  /** What they spend at once against others: 1 is usual. */
  basket: number;
  /** Tends to plan visits to a store. */
  storeFan: boolean;
}

type Kind =
  | 'star'
  | 'loyal'
  | 'regular'
  | 'occasional'
  | 'newcomer'
  | 'onceOnly'
  | 'lapsing'
  | 'churned'
  | 'silent';

interface Habits {
  share: number;
  /** Orders a year. */
  orders: number;
  visits: number;
  messages: number;
  shares: number;
  /** Days before the end on which they registered. */
  registered: [low: number, high: number];
  /** Days before the end on which they were last seen. */
  gone: [low: number, high: number];
}

const kinds: Record<Kind, Habits> = {
  star: { share: 5, orders: 19, visits: 28, messages: 26, shares: 8, registered: [200, 1_400], gone: [0, 3] },
  loyal: {
    share: 12,
    orders: 8,
    visits: 13,
    messages: 10,
    shares: 2,
    registered: [120, 1_400],
    gone: [0, 15],
  },
  regular: {
    share: 20,
    orders: 4,
    visits: 7,
    messages: 3,
    shares: 0.6,
    registered: [90, 1_200],
    gone: [0, 40],
  },
  occasional: {
    share: 20,
    orders: 1.6,
    visits: 3.5,
    messages: 1,
    shares: 0.2,
    registered: [60, 1_200],
    gone: [0, 90],
  },
  newcomer: { share: 11, orders: 6, visits: 16, messages: 6, shares: 1, registered: [0, 60], gone: [0, 5] },
  onceOnly: {
    share: 8,
    orders: 0.4,
    visits: 2,
    messages: 0.2,
    shares: 0,
    registered: [90, 900],
    gone: [60, 400],
  },
  lapsing: {
    share: 9,
    orders: 9,
    visits: 13,
    messages: 8,
    shares: 1.2,
    registered: [300, 1_400],
    gone: [60, 150],
  },
  churned: {
    share: 8,
    orders: 7,
    visits: 9,
    messages: 4,
    shares: 0.6,
    registered: [400, 1_400],
    gone: [190, 500],
  },
  silent: {
    share: 7,
    orders: 0,
    visits: 0.8,
    messages: 0,
    shares: 0,
    registered: [10, 1_000],
    gone: [0, 300],
  },
};

const DAYS_PER_YEAR = 365;
/** The average ordinary year has this many ordinary days' worth of shopping. */
const BUSY_PER_YEAR =
  busyDays(DEMO_FIRST_DAY, DEMO_LAST_DAY) / ((DEMO_LAST_DAY - DEMO_FIRST_DAY + 1) / DAYS_PER_YEAR);

const shares = Object.values(kinds).map((habits) => [habits, habits.share] as const);

/** Draws one. Within a kind people differ by a factor of about two, and what they spend has nothing to do with how often. */
export function drawPersona(random: Random): Persona {
  const habits = weighted(random, shares);
  const registeredDay = DEMO_LAST_DAY - between(random, ...habits.registered);
  const firstDay = Math.max(registeredDay, DEMO_FIRST_DAY);
  const lastDay = DEMO_LAST_DAY - between(random, ...habits.gone);
  const diligence = Math.exp(0.5 * normal(random));
  const daily = (perYear: number) => (perYear * diligence) / BUSY_PER_YEAR;
  return {
    registeredDay,
    firstDay,
    lastDay,
    ordersPerDay: daily(habits.orders),
    visitsPerDay: daily(habits.visits),
    messagesPerDay: daily(habits.messages),
    sharesPerDay: daily(habits.shares),
    basket: Math.exp(0.6 * normal(random)),
    storeFan: random() < 0.3,
  };
}
