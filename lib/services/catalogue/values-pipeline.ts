import type { Document } from 'mongodb';
import type { FieldType } from '@/lib/contracts/catalogue';
import { isOfType } from './stored-type';

/** So many of the commonest values are kept; a field with more is searched in the database. */
export const VALUES_KEPT = 1_000;

/** Counts and range of the values at a path, of the documents that `match` selects. */
export function summaryStages(match: Document[], path: string, type: FieldType): Document[] {
  const value = { $cond: [isOfType(path, type), `$${path}`, null] };
  const ranged = type === 'number' || type === 'money' || type === 'date' || type === 'day';
  return [
    ...match,
    { $project: { _id: 0, v: value } },
    {
      $group: {
        _id: null,
        of: { $sum: 1 },
        present: { $sum: { $cond: [{ $eq: ['$v', null] }, 0, 1] } },
        ...(ranged ? { min: { $min: '$v' }, max: { $max: '$v' } } : {}),
      },
    },
  ];
}

/** The commonest values at a path; with `search` those that contain it, case ignored. */
export function valuesStages(match: Document[], path: string, type: FieldType, search: string): Document[] {
  const contains = { $gte: [{ $indexOfCP: [{ $toLower: '$v' }, { $literal: search.toLowerCase() }] }, 0] };
  return [
    ...match,
    { $match: { $expr: isOfType(path, type) } },
    { $project: { _id: 0, v: `$${path}` } },
    ...(type === 'list' ? [{ $unwind: '$v' }, { $match: { $expr: isOfType('v', 'text') } }] : []),
    ...(search === '' ? [] : [{ $match: { $expr: contains } }]),
    { $group: { _id: '$v', n: { $sum: 1 } } },
    { $sort: { n: -1, _id: 1 } },
    { $limit: VALUES_KEPT },
  ];
}
