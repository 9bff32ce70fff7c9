import { type Catalogue, type ConditionSubject, rfmDimensions } from '@/rules-engine/index';
import { memberScope, type SubjectKind, subjectKind } from '../conditions/subject-kind';

/** How a cut of R, F or M is entered: in days, in times, or in the currency of the amount that is summed up. */
export function cutKind(
  param: string,
  subject: ConditionSubject | null,
  catalogue: Catalogue,
): Pick<SubjectKind, 'types' | 'unit'> {
  const dimension = rfmDimensions.find((one) => one.param === param);
  if (!dimension || subject?.kind !== 'event') return { types: ['number'], unit: null };
  const kind = subjectKind({ ...subject, fn: dimension.fn }, memberScope, catalogue);
  return {
    types: kind?.types ?? ['number'],
    unit: dimension.fn === 'count' ? 'times' : (kind?.unit ?? null),
  };
}
