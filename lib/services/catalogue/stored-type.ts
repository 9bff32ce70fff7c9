import type { Document } from 'mongodb';
import type { FieldType } from '@/lib/contracts/catalogue';

const NUMBERS = ['int', 'long', 'double', 'decimal'];

/** BSON types that a value of each declared type may have; another type counts as empty. */
const bsonTypes: Record<FieldType, readonly string[]> = {
  text: ['string'],
  option: ['string'],
  number: NUMBERS,
  money: NUMBERS,
  boolean: ['bool'],
  date: ['date'],
  day: ['date'],
  list: ['array'],
};

/** An aggregation expression: whether the value at `path` is of its type. A path of the catalogue, never a user's text. */
export function isOfType(path: string, type: FieldType): Document {
  return { $in: [{ $type: `$${path}` }, [...bsonTypes[type]]] };
}
