import { isEmptyWithoutEvents } from '../evaluate/aggregate-functions';
import type { AggregateExpression, AggregateFunction } from '../ir/expression';
import { localDay } from '../time/zone';

/** The values that an aggregate can have at all; dates in milliseconds, bounds inclusive. */
export interface PossibleValues {
  from: number;
  to: number;
  /** Only whole numbers between them. */
  whole: boolean;
  /** Without events it is empty, else 0. */
  canBeEmpty: boolean;
}

const msPerDay = 86_400_000;

/** Null where the window has no instant: then there is nothing to reason about. */
export function possibleValues(aggregate: AggregateExpression): PossibleValues | null {
  if (aggregate.from !== null && aggregate.from > aggregate.to) return null;
  return { ...ranges[aggregate.fn](aggregate), canBeEmpty: isEmptyWithoutEvents(aggregate.fn) };
}

const anyNumber = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, whole: false };
const counted = { from: 0, to: Number.POSITIVE_INFINITY, whole: true };
const dated = ({ from, to }: AggregateExpression) => ({
  from: from ?? Number.NEGATIVE_INFINITY,
  to,
  whole: true,
});

type Range = Omit<PossibleValues, 'canBeEmpty'>;

const ranges: Record<AggregateFunction, (aggregate: AggregateExpression) => Range> = {
  count: () => counted,
  distinct: () => counted,
  distinctDays: (aggregate) => ({ ...counted, to: localDays(aggregate) + 1 }),
  sum: () => anyNumber,
  mean: () => anyNumber,
  min: () => anyNumber,
  max: () => anyNumber,
  first: dated,
  last: dated,
  daysSinceLast: (aggregate) => ({ from: 0, to: localDays(aggregate), whole: true }),
  meanDaysBetween: ({ from, to }) => ({
    from: 0,
    to: from === null ? Number.POSITIVE_INFINITY : (to - from) / msPerDay,
    whole: false,
  }),
};

/** Midnights between the first and the last instant of the window. */
function localDays({ from, to, timeZone }: AggregateExpression): number {
  return from === null ? Number.POSITIVE_INFINITY : localDay(to, timeZone) - localDay(from, timeZone);
}
