import type { ProblemCode } from '../problems';
import type { Operation } from './operation';

const atTheDoor = [
  'not-signed-in',
  'wrong-origin',
  'must-change-password',
  'not-allowed',
  'keys-not-accepted',
  'not-allowed-for-key',
] as const satisfies readonly ProblemCode[];

const always = [
  'invalid-input',
  'cancelled',
  'too-slow',
  'database-away',
  'internal',
] as const satisfies readonly ProblemCode[];

const ofJson = ['not-json', 'too-large'] as const satisfies readonly ProblemCode[];

/** What every operation of this kind may be refused with, whatever it does. */
export function commonProblems({ role, body }: Operation): readonly ProblemCode[] {
  return [...(role === 'anybody' ? [] : atTheDoor), ...always, ...(body && !('raw' in body) ? ofJson : [])];
}

/** All that it may be refused with. */
export function problemsOf(one: Operation): readonly ProblemCode[] {
  return [...new Set([...commonProblems(one), ...(one.problems ?? [])])];
}
