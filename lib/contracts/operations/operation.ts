import type { z } from 'zod';
import type { LocalText } from '@/lib/contracts/local-text';
import type { Role } from '@/lib/contracts/people';
import type { ApiScope } from '../api-keys';
import type { ProblemCode } from '../problems';
import type { Topic } from './topic';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A part of the address; what doesn't fit is `invalid-input`. */
type Parts = z.ZodObject;

/** One thing that can be asked of the server: everything that is agreed about it, and nothing of how it is done. */
export interface Operation {
  method: Method;
  /** With `{name}` where a parameter stands. */
  path: `/api/${string}`;
  /** What it is, in an operator's words. */
  is: LocalText;
  /** The least role of a signed-in person. */
  role: Role | 'anybody';
  /** API keys with this scope may do it too, whatever `role` says, and act in the role of the scope. */
  scope?: ApiScope;
  /** Open to people who have yet to replace a given password. */
  beforePasswordChange?: boolean;
  /** One key for each `{name}` of the path. */
  params?: Parts;
  /** A parameter given twice arrives as a list. */
  query?: Parts;
  /** JSON, or bytes of a content type, which are not read but passed on. */
  body?: z.ZodType | { raw: string };
  /** Bytes of a JSON body, 1 MB unless told. */
  limit?: number;
  /** JSON; null: 204 without a body; or a file of one of these content types. */
  answer: z.ZodType | { file: readonly string[] } | null;
  /** Answers of another status that say more than a problem does. */
  also?: Readonly<Record<number, z.ZodType>>;
  /** What it may be refused with, beyond `commonProblems`. */
  problems?: readonly ProblemCode[];
  /** What its answer is of. */
  about?: Topic;
  /** What is old after it, besides the audit trail. */
  changes?: readonly Topic[];
}

/** An operation with the types of its parts kept. */
export function operation<const O extends Operation>(one: O): O {
  return one;
}
