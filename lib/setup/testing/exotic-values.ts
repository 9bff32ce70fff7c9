import { Binary, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'mongodb';

/** Values that only BSON has, for documents that nobody meant to store. */
export const exotics: readonly unknown[] = [
  new Int32(2),
  new Double(2),
  Long.fromNumber(2),
  Long.fromString('1152921504606846976'),
  Decimal128.fromString('2'),
  Decimal128.fromString('NaN'),
  new ObjectId('65f000000000000000000000'),
  new Binary(Buffer.from('a')),
  new Timestamp({ t: 1_709_152_200, i: 1 }),
  new MinKey(),
  new MaxKey(),
  /a/,
];

/** Keys that mean something to JavaScript, to MongoDB or to a path. */
export const oddKeys: readonly string[] = [
  '__proto__',
  'constructor',
  '$where',
  '$date',
  'attrs.age',
  'home.street',
];
