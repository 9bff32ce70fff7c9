'use server';

import { cookies } from 'next/headers';
import { localeCookie } from '@/lib/i18n/locales';
import { type Preferences, preferencesSchema, railCookie } from '@/lib/i18n/preferences';
import { themeCookie } from '@/lib/i18n/themes';

const names: Record<keyof Preferences, string> = {
  locale: localeCookie,
  theme: themeCookie,
  rail: railCookie,
};
const year = 365 * 24 * 60 * 60;

/** Keeps a choice in the browser for a year. Open to everybody: it changes nothing but the caller's own cookies. */
export async function savePreferences(input: Preferences): Promise<void> {
  const chosen = preferencesSchema.parse(input);
  const jar = await cookies();
  for (const [key, name] of [
    ['locale', names.locale],
    ['theme', names.theme],
    ['rail', names.rail],
  ] as const) {
    const value = chosen[key];
    if (value) jar.set(name, value, { maxAge: year, path: '/', sameSite: 'lax' });
  }
}
