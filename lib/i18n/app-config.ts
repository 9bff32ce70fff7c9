import type { Locale as PageLocale } from './locales';
import type { Messages as PageMessages } from './zh-cn-messages';

/** Tells next-intl which keys exist: `useTranslations` with a key that is missing doesn't compile. */
declare module 'next-intl' {
  interface AppConfig {
    Locale: PageLocale;
    Messages: PageMessages;
  }
}
