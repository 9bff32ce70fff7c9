import type { Text } from '../text';
import type { Joined } from './phrases';

/** A set of members in words, as a tree: what each clause says, which node says it, and how they are joined. */
export type Description = Everyone | ClauseDescription | JoinedDescription | ExceptDescription;

export interface Everyone {
  readonly kind: 'everyone';
}

export interface ClauseDescription {
  readonly kind: 'clause';
  readonly text: Text;
  /** How the text itself is joined. */
  readonly joined: Joined;
  readonly node: string;
  readonly port: string;
  /** The port of those who aren't at another one of a node that parts its members. */
  readonly rest: boolean;
  /** How many ports the node parts its members over; null when it doesn't. */
  readonly among: number | null;
}

export interface JoinedDescription {
  readonly kind: 'all' | 'any';
  readonly of: readonly Description[];
}

export interface ExceptDescription {
  readonly kind: 'except';
  readonly of: Description;
}

export const everyone: Everyone = { kind: 'everyone' };

/** Those who are in each of the sets. */
export function inAll(sets: readonly Description[]): Description {
  const steps = [...new Set(sets.flatMap(stepsOf))];
  const [first] = steps;
  if (first === undefined) return everyone;
  return steps.length === 1 ? first : { kind: 'all', of: steps };
}

/** Those who are in any of the sets: what all of them begin with is said once. */
export function inAny(sets: readonly Description[]): Description {
  return unite(sets.map(stepsOf));
}

export function except(set: Description): Description {
  return { kind: 'except', of: set };
}

/** The set as conditions that all hold. */
export function stepsOf(set: Description): readonly Description[] {
  if (set.kind === 'everyone') return [];
  return set.kind === 'all' ? set.of : [set];
}

/** Clauses in a description; one that is shared counts wherever it is told. */
export function lengthOf(set: Description): number {
  switch (set.kind) {
    case 'everyone':
    case 'clause':
      return 1;
    case 'except':
      return lengthOf(set.of);
    case 'all':
    case 'any':
      return set.of.reduce((sum, part) => sum + lengthOf(part), 0);
  }
}

type Steps = readonly Description[];

function unite(paths: readonly Steps[]): Description {
  const [first] = paths;
  if (first === undefined || paths.length === 1) return inAll(first ?? []);
  const common = first.findIndex((step, i) => paths.some((path) => path[i] !== step));
  const shared = common === -1 ? first : first.slice(0, common);
  const rests = paths.map((path) => path.slice(shared.length));
  // One path is what all begin with: the others are inside it.
  if (rests.some((rest) => rest.length === 0)) return inAll(shared);
  const merged = merge(rests);
  if (merged.length < rests.length) return inAll([...shared, unite(merged)]);
  if (isWhole(merged)) return inAll(shared);
  const parts = [...new Set(merged.map(inAll).flatMap((part) => (part.kind === 'any' ? part.of : [part])))];
  return inAll([...shared, { kind: 'any', of: parts }]);
}

/** Paths that begin alike become one. */
function merge(paths: readonly Steps[]): Steps[] {
  const alike = new Map<Description | undefined, Steps[]>();
  for (const path of paths) alike.set(path[0], [...(alike.get(path[0]) ?? []), path]);
  return [...alike.values()].map((group) => stepsOf(unite(group)));
}

/** The paths are all the ports of one node: together they are everyone who came to it. */
function isWhole(paths: readonly Steps[]): boolean {
  const clauses = paths.map(([step, ...more]) =>
    step?.kind === 'clause' && step.among !== null && more.length === 0 ? step : null,
  );
  const [first] = clauses;
  if (!first || clauses.some((clause) => clause?.node !== first.node)) return false;
  return new Set(clauses.map((clause) => clause?.port)).size === first.among;
}
