/** Where an expression stands in a pipeline: fields below `root`, computed aggregates under names of their own. */
export interface MongoScope {
  /** '' at the top of the document, `member.` after a join. */
  root: string;
  /** Path of a computed aggregate, by the id of its expression; without one, aggregates can't be read. */
  aggregates: ReadonlyMap<number, string>;
}

export const documentScope: MongoScope = { root: '', aggregates: new Map() };

/** A stage or an expression of MongoDB: plain JSON apart from dates. */
export type MongoValue = MongoDocument | readonly MongoValue[] | string | number | boolean | Date | null;
export interface MongoDocument {
  readonly [key: string]: MongoValue;
}

/** The proper parents of a dotted path: `a.b.c` → `a`, `a.b`. */
export function parents(path: string): string[] {
  const names = path.split('.');
  return names.slice(1).map((_, i) => names.slice(0, i + 1).join('.'));
}

/** Texts never stand bare in an expression: `$` would make them a path. */
export function literal(value: string | number | readonly (string | number)[]): MongoDocument {
  return { $literal: value };
}

export function cond(test: MongoValue, then: MongoValue, otherwise: MongoValue): MongoValue {
  return test === true ? then : { $cond: [test, then, otherwise] };
}
