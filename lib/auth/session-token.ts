import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { sessionSecret } from './secret';

/** Reads one cookie by name; route handlers and server components have different jars. */
export type CookieReader = (name: string) => string | undefined;

/** A session lasts a week from signing in. */
export const SESSION_SECONDS = 7 * 24 * 3600;

// Behind https next-auth takes the first; a network attacker can plant only the second, so it comes last.
const COOKIES = ['__Secure-next-auth.session-token', 'next-auth.session-token'] as const;

const payloadSchema = z.object({ sub: z.string(), sessionVersion: z.number().int() });
/** What a session says: the user's id, and the session version it was made under. */
export type SessionToken = z.infer<typeof payloadSchema>;

/** The session in the cookies, or null: none, expired, forged, or made under another secret. */
export async function readSessionToken(cookie: CookieReader): Promise<SessionToken | null> {
  const token = COOKIES.map(cookie).find((value) => value !== undefined && value !== '');
  if (token === undefined) return null;
  const secret = sessionSecret();
  const payload = await decode({ token, secret }).catch(() => null);
  return payloadSchema.safeParse(payload).data ?? null;
}

/** A `Set-Cookie` that puts a session under the name that the browser has one under already. */
export async function sessionCookie(cookie: CookieReader, payload: SessionToken): Promise<string> {
  const [secure, plain] = COOKIES;
  const name = cookie(secure) ? secure : plain;
  const token = await encode({ token: { ...payload }, secret: sessionSecret(), maxAge: SESSION_SECONDS });
  const flags = name === secure ? '; Secure' : '';
  return `${name}=${token}; Path=/; Max-Age=${SESSION_SECONDS}; HttpOnly; SameSite=Lax${flags}`;
}
