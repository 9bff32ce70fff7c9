import { z } from 'zod';
import { day } from '@/rules-engine/index';
import { keySchema, propertyPathSchema } from './catalogue';
import { localTextSchema } from './local-text';
import { scheduleSchema } from './schedule';

/*
 * The points programme.
 */

/** More points than anybody has: sums of a programme stay exact whole numbers. */
const mostPoints = 1_000_000_000;
const pointsSchema = z.int().min(1).max(mostPoints);
const daysSchema = z.int().min(1).max(36_500);

/** What an event is worth: the same for each, or so many for every full `amount` of a number (money: smallest unit). */
export const pointWorthSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fixed'), points: pointsSchema }),
  z.object({
    kind: z.literal('per'),
    property: propertyPathSchema,
    amount: z.number().positive().max(1e12),
    points: pointsSchema,
  }),
]);

/** When points are earned. `expiresAfterDays`: the last day on which they can be used; null: they never expire. */
export const pointRuleSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('event'),
    eventType: keySchema,
    /** A group of conditions on the event's properties, as in an event operand; parsed by the rules engine. */
    where: z.unknown().optional(),
    worth: pointWorthSchema,
    /** Most points of this rule for a member on one local day; null: no limit. */
    mostPerDay: pointsSchema.nullable(),
    /** First local day whose events count; null: all of them. */
    from: day.nullable(),
    expiresAfterDays: daysSchema.nullable(),
  }),
  z.object({
    kind: z.literal('task'),
    /** Key of a published segment: who is in it earns once. */
    segment: z.string().min(1).max(200),
    points: pointsSchema,
    expiresAfterDays: daysSchema.nullable(),
  }),
]);
export type PointRule = z.infer<typeof pointRuleSchema>;
export type EventPointRule = Extract<PointRule, { kind: 'event' }>;
export type TaskPointRule = Extract<PointRule, { kind: 'task' }>;

export const pointRuleInputSchema = z.object({ label: localTextSchema, rule: pointRuleSchema });
export const pointRuleEditSchema = pointRuleInputSchema.extend({ revision: z.int().min(0) });
export const pointRuleActiveSchema = z.object({ active: z.boolean() });

export const pointRuleDto = pointRuleInputSchema.extend({
  id: z.string(),
  active: z.boolean(),
  /** What is counted, in words: the events with their conditions, or the segment. Null: it is there no more. */
  counted: z.object({ zh: z.string(), en: z.string() }).nullable(),
  /** The number that the points are measured by. */
  measure: z
    .object({
      label: z.object({ zh: z.string(), en: z.string() }),
      type: z.enum(['number', 'money']),
      unit: z.string().nullable(),
    })
    .nullable(),
  /** As of the last run; null before the first. */
  given: z.object({ points: z.int(), members: z.int() }).nullable(),
  /** Why the last run could not count it. */
  problem: z.object({ zh: z.string(), en: z.string() }).nullable(),
  revision: z.int(),
  updatedBy: z.string(),
  updatedAt: z.iso.datetime(),
});
export const pointRuleAnswerSchema = z.object({ rule: pointRuleDto });

/** What became of all points: given − redeemed − expired − reversed + adjusted = outstanding. */
export const pointTotalsSchema = z.object({
  given: z.int(),
  redeemed: z.int(),
  expired: z.int(),
  /** Taken back because the event is gone. */
  reversed: z.int(),
  /** What could not be taken back: it was redeemed already. */
  lacking: z.int(),
  adjusted: z.int(),
  outstanding: z.int(),
  /** Members with points. */
  members: z.int(),
});

/** What one run booked. */
export const pointsOutcomeSchema = z.object({
  earned: z.int(),
  reversed: z.int(),
  lacking: z.int(),
  expired: z.int(),
  entries: z.int(),
  /** Members with new entries. */
  members: z.int(),
});

export const pointsOverviewSchema = z.object({
  rules: z.array(pointRuleDto),
  totals: pointTotalsSchema,
  schedule: scheduleSchema.nullable(),
  nextRunAt: z.iso.datetime().nullable(),
  lastRun: z.object({ at: z.iso.datetime(), tookMs: z.int(), outcome: pointsOutcomeSchema }).nullable(),
  /** Why the last run ended before its end, if it did. */
  failure: z.object({ at: z.iso.datetime(), state: z.enum(['failed', 'cancelled', 'dead']) }).nullable(),
  /** The run under way. */
  job: z.string().nullable(),
});
export const pointsScheduleEditSchema = z.object({ schedule: scheduleSchema.nullable() });
export const pointsRunAnswerSchema = z.object({ job: z.string() });

export const pointEntryKinds = ['earn', 'task', 'redeem', 'expire', 'reverse', 'adjust'] as const;
export const pointEntryDto = z.object({
  id: z.string(),
  /** The n-th entry of the member. */
  seq: z.int(),
  kind: z.enum(pointEntryKinds),
  /** What it added (positive) or took (negative). */
  points: z.int(),
  /** After it. */
  balance: z.int(),
  at: z.iso.datetime(),
  rule: z
    .object({ id: z.string(), label: z.object({ zh: z.string(), en: z.string() }).nullable() })
    .nullable(),
  /** When the event happened that it is about. */
  happenedAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime().nullable(),
  /** Of a reversal: what could not be taken back. */
  lacking: z.int(),
  note: z.string(),
  by: z.string(),
});

export const pointAccountSchema = z.object({
  member: z.string(),
  /** What can be redeemed now. */
  balance: z.int(),
  /** Given in all, without what was given for events that are gone. */
  earned: z.int(),
  /** What expires next, soonest first: a few. */
  expiring: z.array(z.object({ points: z.int(), at: z.iso.datetime() })),
  entries: z.int(),
});

export const pointEntriesQuerySchema = z.object({
  /** `seq` of the last entry of the page before. */
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(20),
});
export const pointEntryPageSchema = z.object({
  entries: z.array(pointEntryDto),
  next: z.int().nullable(),
});

/** Chosen by the caller, one for each redemption: sent again it is the same redemption. */
const idempotencyKeySchema = z.string().trim().min(1).max(100);
const noteSchema = z.string().trim().max(200);

export const redeemSchema = z.object({
  key: idempotencyKeySchema,
  points: pointsSchema,
  note: noteSchema.default(''),
});
export const adjustSchema = z.object({
  key: idempotencyKeySchema,
  /** Positive: added; negative: taken off. */
  points: z
    .int()
    .min(-mostPoints)
    .max(mostPoints)
    .refine((points) => points !== 0, { params: { zh: '不能为 0', en: 'it can’t be 0' } }),
  note: noteSchema.min(1),
});
export const pointsBookedSchema = z.object({ entry: pointEntryDto, account: pointAccountSchema });

export type PointRuleInput = z.infer<typeof pointRuleInputSchema>;
export type PointRuleEdit = z.infer<typeof pointRuleEditSchema>;
export type PointRuleDto = z.infer<typeof pointRuleDto>;
export type PointTotals = z.infer<typeof pointTotalsSchema>;
export type PointsOutcome = z.infer<typeof pointsOutcomeSchema>;
export type PointsOverview = z.infer<typeof pointsOverviewSchema>;
export type PointEntryKind = (typeof pointEntryKinds)[number];
export type PointEntry = z.infer<typeof pointEntryDto>;
export type PointEntryPage = z.infer<typeof pointEntryPageSchema>;
export type PointEntriesQuery = z.infer<typeof pointEntriesQuerySchema>;
export type PointAccount = z.infer<typeof pointAccountSchema>;
export type Redeem = z.infer<typeof redeemSchema>;
export type Adjust = z.infer<typeof adjustSchema>;
export type PointsBooked = z.infer<typeof pointsBookedSchema>;
