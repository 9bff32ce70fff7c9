import { cookies } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { getDb } from '@/lib/db/connect';
import { getSettings } from '@/lib/ground/settings/settings';
import { defaultLocale, isLocale, type Locale, localeCookie } from './locales';
import type { Messages } from './zh-cn-messages';

const load: Record<Locale, () => Promise<Messages>> = {
  'zh-CN': async () => (await import('./zh-cn-messages')).messages,
  en: async () => (await import('./en-messages')).messages,
};

/** The workspace's language, for who hasn't chosen one. The sign-in page has to come without a database too. */
async function workspaceLocale(): Promise<Locale> {
  try {
    return (await getSettings(await getDb())).locale;
  } catch {
    return defaultLocale;
  }
}

/** The language of this request: the person's cookie, else the workspace's. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(localeCookie)?.value;
  const locale = isLocale(chosen) ? chosen : await workspaceLocale();
  // Instants are formatted by lib/i18n/format.ts in the workspace's zone, never by next-intl.
  return { locale, messages: await load[locale](), timeZone: 'UTC' };
});
