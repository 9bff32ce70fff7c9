import type { ListPredicate, TextPredicate } from '../../ir/predicate';
import { literal, type MongoDocument, type MongoScope } from './scope';
import { bare, isTyped } from './typed';

/** The condition is nested, not joined by `$and`: text functions fail on what isn't text. */
export function textExpression({ test, subject, value }: TextPredicate, scope: MongoScope): MongoDocument {
  const path = bare(subject, scope);
  const length = [...value].length;
  const tests: Record<TextPredicate['test'], MongoDocument> = {
    contains: { $gte: [{ $indexOfCP: [path, literal(value)] }, 0] },
    startsWith: { $eq: [{ $indexOfCP: [path, literal(value)] }, 0] },
    endsWith: {
      $cond: [
        { $gte: [{ $strLenCP: path }, length] },
        {
          $eq: [{ $substrCP: [path, { $subtract: [{ $strLenCP: path }, length] }, length] }, literal(value)],
        },
        false,
      ],
    },
  };
  return { $cond: [isTyped(subject, scope), tests[test], false] };
}

/** True of an array in which an element passes. */
export function listExpression({ test, subject, values }: ListPredicate, scope: MongoScope): MongoDocument {
  const path = bare(subject, scope);
  const tests: Record<ListPredicate['test'], MongoDocument> = {
    any: { $gt: [{ $size: { $setIntersection: [path, literal(values)] } }, 0] },
    all: { $setIsSubset: [literal(values), path] },
    prefix: {
      $anyElementTrue: [
        {
          $map: {
            input: path,
            as: 'element',
            in: {
              $cond: [
                { $eq: [{ $type: '$$element' }, 'string'] },
                { $or: values.map((value) => ({ $eq: [{ $indexOfCP: ['$$element', literal(value)] }, 0] })) },
                false,
              ],
            },
          },
        },
      ],
    },
  };
  return { $cond: [isTyped(subject, scope), tests[test], false] };
}
