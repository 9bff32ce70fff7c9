import type { EventDoc } from '@/lib/db/documents';
import { campaigns, categories, coupons, groups, pages, visitChannels } from './assortment';
import { busyDays, DEMO_AS_OF, DEMO_LAST_DAY, instant, pickDay, pickTime } from './calendar';
import type { Persona } from './persona';
import { between, chance, normal, pick, poisson, type Random, weighted } from './random';

/** An event before it is given a member and an id. */
export type DemoEvent = Pick<EventDoc, 'type' | 'at' | 'props'>;

export interface Shopper {
  persona: Persona;
  /** Value of the category they buy most. */
  favourite: string;
  /** The store of their city, or the one they go to when they travel. */
  store: string;
  /** Members of a group of ours write there. */
  group: string | null;
}

/** Everything that a member did in two years, in no particular order. */
export function memberEvents(random: Random, shopper: Shopper): DemoEvent[] {
  const { persona } = shopper;
  const busy = busyDays(persona.firstDay, persona.lastDay);
  const times = (perDay: number, make: (at: Date) => DemoEvent[]): DemoEvent[] =>
    Array.from({ length: poisson(random, perDay * busy) }).flatMap(() => make(pickMoment(random, persona)));
  return [
    ...times(persona.ordersPerDay, (at) => order(random, shopper, at)),
    ...times(persona.visitsPerDay, (at) => [visit(random, at)]),
    ...(shopper.group === null
      ? []
      : times(persona.messagesPerDay, (at) => [message(random, shopper.group, at)])),
    ...times(persona.sharesPerDay, (at) => [share(random, at)]),
    ...(persona.storeFan ? plannedVisits(random, shopper) : []),
  ].filter(({ at }) => at <= DEMO_AS_OF);
}

function pickMoment(random: Random, { firstDay, lastDay }: Persona): Date {
  return instant(pickDay(random, firstDay, lastDay), pickTime(random));
}

function order(random: Random, { favourite, store, persona }: Shopper, at: Date): DemoEvent[] {
  const category = chance(random, 0.6)
    ? (categories.find(({ value }) => value === favourite) ?? categories[0])
    : pick(random, categories);
  const quantity = weighted(random, [
    [1, 60],
    [2, 25],
    [3, 10],
    [5, 5],
  ]);
  const coupon = chance(random, 0.28) ? pick(random, coupons) : null;
  const piece = category.price * persona.basket * Math.exp(0.35 * normal(random));
  const full = Math.max(990, Math.round((piece * quantity) / 10) * 10);
  const discount = coupon === null ? 0 : Math.min(coupon.discount, Math.round(full / 2));
  const inStore = chance(random, persona.storeFan ? 0.7 : 0.25);
  const props = {
    amount: full - discount,
    quantity,
    category: category.value,
    channel: inStore ? 'store' : 'online',
    ...(inStore ? { store } : {}),
    ...(coupon === null ? {} : { coupon: coupon.value }),
  };
  const bought: DemoEvent = { type: 'order', at, props };
  if (coupon === null) return [bought];
  return [bought, { type: 'coupon_use', at, props: { coupon: coupon.value, discount } }];
}

function visit(random: Random, at: Date): DemoEvent {
  const channel = weighted(random, [
    [visitChannels[0], 70],
    [visitChannels[1], 20],
    [visitChannels[2], 10],
  ]);
  const seconds = Math.round(Math.min(3_600, 45 * Math.exp(0.9 * normal(random))));
  return {
    type: 'visit',
    at,
    props: { page: pick(random, pages).value, channel: channel.value, duration: Math.max(1, seconds) },
  };
}

function message(random: Random, group: string | null, at: Date): DemoEvent {
  return {
    type: 'group_message',
    at,
    props: { group: group ?? groups[0].value, words: between(random, 1, 60) },
  };
}

function share(random: Random, at: Date): DemoEvent {
  const reach = Math.round(Math.min(5_000, 6 * Math.exp(1.3 * normal(random))));
  return { type: 'share', at, props: { campaign: pick(random, campaigns).value, reach } };
}

/** Visits planned in the past, and for some one in the weeks to come. */
function plannedVisits(random: Random, { persona, store }: Shopper): DemoEvent[] {
  const plan = (madeOn: number, plannedFor: number): DemoEvent => ({
    type: 'store_visit_planned',
    at: instant(madeOn, pickTime(random)),
    props: { plannedAt: instant(plannedFor, between(random, 10, 20) * 3_600_000), store },
  });
  const past = Array.from({
    length: poisson(random, busyDays(persona.firstDay, persona.lastDay) * 0.0012),
  }).map(() => {
    const madeOn = pickDay(random, persona.firstDay, persona.lastDay);
    return plan(madeOn, madeOn + between(random, 1, 20));
  });
  const active = persona.lastDay > DEMO_LAST_DAY - 45 && chance(random, 0.45);
  if (!active) return past;
  const madeOn = Math.max(persona.registeredDay, DEMO_LAST_DAY - between(random, 0, 9));
  return [...past, plan(madeOn, DEMO_LAST_DAY + between(random, 1, 42))];
}
