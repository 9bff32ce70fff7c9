/** The languages of the pages. The locale isn't in the URL: one link serves both languages. */
export const locales = ['zh-CN', 'en'] as const;

export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = 'zh-CN';

/** The person's choice, kept a year by the browser. */
export const localeCookie = 'tagloom-locale';

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** The key under which bilingual values (`LocalText`, problems, sentences) hold this language. */
export function textKey(locale: Locale): 'zh' | 'en' {
  return locale === 'en' ? 'en' : 'zh';
}

/** The text of a bilingual value in `locale`, or the other language's when it is blank. */
export function localText(text: { zh: string; en: string }, locale: Locale): string {
  return text[textKey(locale)] || text.zh || text.en;
}
