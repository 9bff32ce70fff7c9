import { filledText } from '@/components/ui/filled-text';
import {
  type PointRule,
  type PointRuleDto,
  type PointRuleInput,
  pointRuleInputSchema,
  pointRuleSchema,
} from '@/lib/contracts/points';
import type { EventOperand } from '@/rules-engine/index';

/** A rule as it is being entered: both kinds side by side, so that looking at the other one loses nothing. */
export interface RuleDraft {
  label: { zh: string; en: string };
  kind: PointRule['kind'];
  eventType: string;
  where: unknown;
  worth: 'fixed' | 'per';
  points: number | null;
  property: string | null;
  amount: number | null;
  mostPerDay: number | null;
  from: string | null;
  segment: string | null;
  expiresAfterDays: number | null;
}

/** A point for each full yuan of an order, where there are orders with an amount. */
export function newDraft(eventType: string, property: string | null): RuleDraft {
  return {
    label: { zh: '', en: '' },
    kind: 'event',
    eventType,
    where: undefined,
    worth: property === null ? 'fixed' : 'per',
    points: 1,
    property,
    amount: 100,
    mostPerDay: null,
    from: null,
    segment: null,
    expiresAfterDays: 365,
  };
}

export function draftOf({ label, rule }: Pick<PointRuleDto, 'label' | 'rule'>): RuleDraft {
  const start = { ...newDraft('', null), label, expiresAfterDays: rule.expiresAfterDays };
  if (rule.kind === 'task') return { ...start, kind: 'task', segment: rule.segment, points: rule.points };
  const { eventType, where, worth, mostPerDay, from } = rule;
  const per = worth.kind === 'per' ? { property: worth.property, amount: worth.amount } : {};
  return { ...start, eventType, where, worth: worth.kind, points: worth.points, mostPerDay, from, ...per };
}

/** The rule with its name, or null while something is missing. */
export function inputOf(draft: RuleDraft): PointRuleInput | null {
  const input = { label: filledText(draft.label), rule: ruleOf(draft) };
  return pointRuleInputSchema.safeParse(input).data ?? null;
}

/** The rule alone: it can be told in words before it has a name. */
export function ruleOf(draft: RuleDraft): PointRule | null {
  const { kind, points, expiresAfterDays, segment } = draft;
  const rule = kind === 'task' ? { kind, segment, points, expiresAfterDays } : eventRuleOf(draft);
  return pointRuleSchema.safeParse(rule).data ?? null;
}

function eventRuleOf(draft: RuleDraft) {
  const { eventType, where, worth, points, property, amount, mostPerDay, from, expiresAfterDays } = draft;
  return {
    kind: 'event',
    eventType,
    ...(where === undefined ? {} : { where }),
    worth: worth === 'fixed' ? { kind: worth, points } : { kind: worth, property, amount, points },
    mostPerDay,
    from,
    expiresAfterDays,
  };
}

/** The events that the draft counts, as an operand whose problems the engine can tell. */
export function countedOperand({ eventType, where }: RuleDraft): EventOperand {
  const operand: EventOperand = { kind: 'event', eventType, fn: 'count', window: { kind: 'allTime' } };
  return where === undefined ? operand : { ...operand, where };
}
