import {
  aggregateMeasure,
  type Catalogue,
  type ConditionSubject,
  type Field,
  fieldMeasure,
  formulaMeasure,
  lookUp,
  type Measure,
  needsProperty,
  numberMeasure,
  readsProperty,
} from '@/rules-engine/index';
import { readSubject } from './shapes';

/** Where a condition is: on the member, or on the properties of one type of event. */
export type ConditionScope = { on: 'member' } | { on: 'event'; eventType: string };

/** What the form needs to know of a subject: which operators fit, and how a value is entered. */
export interface SubjectKind extends Measure {
  /** The field or property whose values are compared; null for what is computed. */
  field: Field | null;
  options: readonly { value: string; label: { zh: string; en: string } }[];
}

/** One object, so that what depends on it isn't worked out again. */
export const memberScope: ConditionScope = { on: 'member' };

const computed = { field: null, options: [] };
const plain = { ...computed, unit: null, whole: false };

/**
 * Null while the subject isn't entered in full, when the catalogue doesn't know it, and where nothing comes of it. What it
 * is measured in is decided by the engine.
 */
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
    return { ...fieldMeasure(field), field, options: field.options };
  },
  event(subject, _scope, catalogue) {
    if (subject.kind !== 'event') return null;
    const type = lookUp(catalogue.eventTypes, subject.eventType);
    if (!type) return null;
    if (!needsProperty[subject.fn]) return { ...computed, ...aggregateMeasure(subject.fn, null) };
    const property = lookUp(type.props, subject.property ?? '');
    if (!property || !readsProperty(subject.fn, property)) return null;
    return { ...computed, ...aggregateMeasure(subject.fn, property) };
  },
  number: (subject) => (subject.kind === 'number' ? { ...computed, ...numberMeasure(subject.value) } : null),
  formula(subject, scope, catalogue) {
    if (subject.kind !== 'formula') return null;
    const [left, right] = [subject.left, subject.right].map((side) =>
      subjectKind(readSubject(side), scope, catalogue),
    );
    if (!left || !right) return null;
    const found = formulaMeasure(subject.operator, left, right);
    return found.ok ? { ...computed, ...found.measure } : null;
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

export function findField(path: string, scope: ConditionScope, catalogue: Catalogue): Field | undefined {
  if (scope.on === 'member') return lookUp(catalogue.fields, path);
  const type = lookUp(catalogue.eventTypes, scope.eventType);
  return type && lookUp(type.props, path);
}
