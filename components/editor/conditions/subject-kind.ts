import {
  type Catalogue,
  type ConditionSubject,
  type Field,
  lookUp,
  needsProperty,
  type SubjectType,
} from '@/rules-engine/index';

/** Where a condition is: on the member, or on the properties of one type of event. */
export type ConditionScope = { on: 'member' } | { on: 'event'; eventType: string };

/** What the form needs to know of a subject: which operators fit, and how a value is entered. */
export interface SubjectKind {
  types: readonly SubjectType[];
  /** Unit of a number, currency of money. */
  unit: string | null;
  /** The field or property whose values are compared; null for what is computed. */
  field: Field | null;
  options: readonly { value: string; label: { zh: string; en: string } }[];
}

/** One object, so that what depends on it isn't worked out again. */
export const memberScope: ConditionScope = { on: 'member' };

const plain = { unit: null, field: null, options: [] };

/** Null while the subject isn't entered, or when the catalogue doesn't know it. */
export function subjectKind(
  subject: ConditionSubject | null,
  scope: ConditionScope,
  catalogue: Catalogue,
): SubjectKind | null {
  if (!subject) return null;
  return readers[subject.kind](subject, scope, catalogue);
}

type Reader = (subject: ConditionSubject, scope: ConditionScope, catalogue: Catalogue) => SubjectKind | null;

const readers: Record<ConditionSubject['kind'], Reader> = {
  field(subject, scope, catalogue) {
    const field = subject.kind === 'field' ? findField(subject.path, scope, catalogue) : undefined;
    if (!field) return null;
    return { types: [field.type], unit: field.unit, field, options: field.options };
  },
  event(subject, _scope, catalogue) {
    if (subject.kind !== 'event') return null;
    const type = lookUp(catalogue.eventTypes, subject.eventType);
    if (!type) return null;
    const property =
      needsProperty[subject.fn] && subject.property !== undefined
        ? lookUp(type.props, subject.property)
        : undefined;
    return { ...plain, ...aggregateKind(subject.fn, property) };
  },
  number: () => ({ ...plain, types: ['number'] }),
  formula(subject, scope, catalogue) {
    if (subject.kind !== 'formula') return null;
    const sides = [subject.left, subject.right].map((side) =>
      subjectKind(isSubject(side) ? side : null, scope, catalogue),
    );
    const money = sides.find((side) => side?.types.includes('money'));
    // Money over money is a plain share.
    const isMoney = money && !(subject.operator === '/' && sides.every((s) => s?.types.includes('money')));
    return isMoney ? { ...plain, types: ['money'], unit: money.unit } : { ...plain, types: ['number'] };
  },
  tag(subject, _scope, catalogue) {
    const tag = subject.kind === 'tag' ? lookUp(catalogue.tags, subject.key) : undefined;
    return { ...plain, types: ['tag'], options: tag?.values ?? [] };
  },
  layering(subject, _scope, catalogue) {
    const layering = subject.kind === 'layering' ? lookUp(catalogue.layerings, subject.key) : undefined;
    return { ...plain, types: ['layering'], options: layering?.values ?? [] };
  },
  segment: () => ({ ...plain, types: ['segment'] }),
  list: () => ({ ...plain, types: ['uploadedList'] }),
};

type AggregateFunction = Extract<ConditionSubject, { kind: 'event' }>['fn'];

function aggregateKind(fn: AggregateFunction, property: Field | undefined) {
  const days = { types: ['number' as const], unit: 'days' };
  const number = { types: ['number' as const] };
  const date = { types: ['date' as const] };
  const ofProperty =
    property?.type === 'money'
      ? { types: ['money' as const], unit: property.unit }
      : { types: ['number' as const], unit: property?.unit ?? null };
  const kinds: Record<AggregateFunction, Partial<SubjectKind> & Pick<SubjectKind, 'types'>> = {
    count: { types: ['number', 'events'] },
    sum: ofProperty,
    mean: ofProperty,
    min: ofProperty,
    max: ofProperty,
    distinct: number,
    distinctDays: number,
    first: date,
    last: date,
    daysSinceLast: days,
    meanDaysBetween: days,
  };
  return kinds[fn];
}

export function findField(path: string, scope: ConditionScope, catalogue: Catalogue): Field | undefined {
  if (scope.on === 'member') return lookUp(catalogue.fields, path);
  const type = lookUp(catalogue.eventTypes, scope.eventType);
  return type && lookUp(type.props, path);
}

function isSubject(raw: unknown): raw is ConditionSubject {
  return typeof raw === 'object' && raw !== null && 'kind' in raw && Object.hasOwn(readers, String(raw.kind));
}
