import type { Identity, MemberDoc } from '@/lib/db/documents';
import { newMember } from '@/lib/members/new-member';
import { storedOfDay } from '@/rules-engine/index';
import { categories, channels, groups, interests, levels, purposes, sources } from './assortment';
import { DEMO_LAST_DAY, instant, pickTime } from './calendar';
import { type DemoEvent, memberEvents } from './member-events';
import { drawPersona, type Persona } from './persona';
import { memberName, places, stores } from './places';
import { between, chance, normal, pick, type Random, seededRandom, weighted } from './random';

/** A member of the demo and what they did; `ord` and `updatedAt` are given when it is stored. */
export interface DemoMember {
  member: MemberDoc;
  events: DemoEvent[];
}

const SEED = 20_261_122;
const AS_OF_YEAR = 2026;
const YEAR_MS = 365 * 86_400_000;

/** The id of the nth demo member; the same on every machine. */
export function demoMemberId(index: number): string {
  return `demo${String(index).padStart(6, '0')}`;
}

/** The nth demo member, from 0. Depends on nothing but the number, so that any part can be made again. */
export function demoMember(index: number): DemoMember {
  const random = seededRandom(SEED + Math.imul(index, 0x9e3779b1));
  const persona = drawPersona(random);
  const female = chance(random, 0.68);
  const place = weighted(
    random,
    places.map((entry) => [entry, entry.share] as const),
  );
  const favourite = pickFavourite(random, female);
  const store = place.store ?? pick(random, stores);
  const inWecom = chance(random, 0.62);
  const group = inWecom && chance(random, 0.6) ? pick(random, groups).value : null;
  const events = memberEvents(random, { persona, favourite, store, group });
  const registeredAt = instant(persona.registeredDay, pickTime(random));
  const spent = spentInYear(events);
  const blank = newMember(demoMemberId(index), index, identities(random, index, inWecom), registeredAt);
  const attrs = {
    name: memberName(random),
    ...(chance(random, 0.94) ? { gender: female ? 'F' : 'M' } : {}),
    ...birth(random),
    province: place.province,
    city: place.city,
    level: (levels.find((level) => spent >= level.spent) ?? levels[3]).value,
    points: Math.round((spent / 100) * (0.4 + random() * 1.2)),
    source: pickSource(random, inWecom),
    registeredAt,
    interests: pickInterests(random, female),
    ...(chance(random, 0.85) ? { preferredCategory: favourite } : {}),
    followers: Math.round(Math.min(200_000, 60 * Math.exp(1.4 * normal(random)))),
    inGroup: group !== null,
  };
  return { member: { ...blank, attrs, consent: consents(random, persona), demo: true }, events };
}

function pickFavourite(random: Random, female: boolean): string {
  const weights = categories.map(({ value }) => {
    const byGender = female
      ? { menswear: 0.3, skincare: 3, makeup: 2.5, womenswear: 3 }
      : { menswear: 4, shoes: 2 };
    return [value, new Map(Object.entries(byGender)).get(value) ?? 1] as const;
  });
  return weighted(random, weights);
}

function pickInterests(random: Random, female: boolean): string[] {
  const likes = interests.filter(({ value }) => chance(random, value === 'beauty' && female ? 0.6 : 0.24));
  return likes.length > 0 ? likes.map(({ value }) => value) : [pick(random, interests).value];
}

function pickSource(random: Random, inWecom: boolean): string {
  return inWecom && chance(random, 0.4) ? 'wecom' : pick(random, sources).value;
}

/** Most say when they were born; the age is that of the last day of the demo. */
function birth(random: Random): { birthday: Date; age: number } | Record<string, never> {
  if (!chance(random, 0.82)) return {};
  const age = Math.round(Math.min(70, Math.max(18, 32 + 8 * normal(random))));
  const day = DEMO_LAST_DAY - age * 365 - Math.floor(age / 4) - between(random, 1, 363);
  const birthday = new Date(storedOfDay(day));
  const local = new Date(day * 86_400_000);
  const hadBirthday = (local.getUTCMonth() + 1) * 100 + local.getUTCDate() <= 1122;
  return { birthday, age: AS_OF_YEAR - local.getUTCFullYear() - (hadBirthday ? 0 : 1) };
}

function spentInYear(events: readonly DemoEvent[]): number {
  const since = instant(DEMO_LAST_DAY + 1).getTime() - YEAR_MS;
  return events.reduce((sum, { type, at, props }) => {
    return type === 'order' && at.getTime() >= since && typeof props.amount === 'number'
      ? sum + props.amount
      : sum;
  }, 0);
}

/** Phones begin with 154, which no carrier has; example.com belongs to nobody; the other ids say what they are. */
function identities(random: Random, index: number, inWecom: boolean): Identity[] {
  const number = String(index).padStart(6, '0');
  const suffix = between(random, 10, 99);
  return [
    ...(chance(random, 0.9) ? [{ type: 'phone', value: `+86154${suffix}${number}` }] : []),
    { type: 'unionid', value: `demo_union_${number}` },
    ...(chance(random, 0.8) ? [{ type: 'openid', value: `demo_open_${number}` }] : []),
    ...(inWecom ? [{ type: 'external_userid', value: `demo_wecom_${number}` }] : []),
    ...(chance(random, 0.35) ? [{ type: 'email', value: `member${number}@example.com` }] : []),
  ];
}

/** Messages of service are agreed to more often than marketing; who is gone has often said no. */
function consents(random: Random, persona: Persona): Record<string, string[]> {
  const gone = persona.lastDay < DEMO_LAST_DAY - 180;
  const agreed = channels.map((channel) => {
    const marketing = chance(random, (channel === 'ads' ? 0.35 : 0.62) * (gone ? 0.6 : 1));
    const given = purposes.filter((purpose) =>
      purpose === 'marketing' ? marketing : marketing || chance(random, 0.7),
    );
    return [channel, given] as const;
  });
  return Object.fromEntries(agreed.filter(([, given]) => given.length > 0));
}
