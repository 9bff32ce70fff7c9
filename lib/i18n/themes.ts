/** The looks of the pages; `system` follows the operating system. */
export const themes = ['system', 'light', 'dark'] as const;

export type Theme = (typeof themes)[number];

export const defaultTheme: Theme = 'system';

/** Read on the server and written on <html>, so that the page never flashes in the wrong theme. */
export const themeCookie = 'tagloom-theme';

export function isTheme(value: unknown): value is Theme {
  return themes.some((theme) => theme === value);
}
