import { cookies } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { defaultLocale, isLocale, type Locale, localeCookie } from './locales';
import type { Messages } from './zh-cn-messages';

const load: Record<Locale, () => Promise<Messages>> = {
  'zh-CN': async () => (await import('./zh-cn-messages')).messages,
  en: async () => (await import('./en-messages')).messages,
};

/** The language of this request: the person's cookie, else the default. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(localeCookie)?.value;
  const locale = isLocale(chosen) ? chosen : defaultLocale;
  // Instants are formatted by lib/i18n/format.ts in the workspace's zone, never by next-intl.
  return { locale, messages: await load[locale](), timeZone: 'UTC' };
});
