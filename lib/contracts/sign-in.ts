import { z } from 'zod';
import { type Problem, problemText } from './problem';

/** Ids of the providers for `signIn(…)` of next-auth. */
export const PASSWORD_PROVIDER = 'credentials';
export const OIDC_PROVIDER = 'oidc';

/** What `signIn('credentials', …)` takes. */
export const credentialsSchema = z.object({
  name: z.string().trim().min(1).max(64),
  password: z.string().min(1).max(200),
});

// The error also arrives in a URL that anybody can write: only these codes, and only numbers, are read from it.
const carried = z.object({
  code: z.enum(['wrong-credentials', 'too-many-attempts', 'account-disabled', 'sign-in-failed']),
  params: z.record(z.string(), z.number()),
});

/** next-auth carries one string from the server to the page (`error`): this is how a problem travels in it. */
export function writeSignInError({ code, params }: Pick<Problem, 'code' | 'params'>): string {
  return JSON.stringify({ code, params });
}

/**
 * The sentence for the `error` that `signIn` gave or that `/sign-in?error=` carries; next-auth's own words get
 * a general one.
 */
export function signInErrorText(error: string, locale: 'zh' | 'en'): string {
  const { code, params } = read(error);
  return problemText(code, params, locale);
}

/** Seconds to wait before the next attempt; 0 when there is nothing to wait for. */
export function signInWaitSeconds(error: string): number {
  return read(error).params.seconds ?? 0;
}

function read(error: string): z.infer<typeof carried> {
  try {
    return carried.parse(JSON.parse(error));
  } catch {
    return { code: 'sign-in-failed', params: {} };
  }
}
