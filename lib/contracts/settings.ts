import { z } from 'zod';

/** Whether the runtime knows this IANA zone; offsets (`+08:00`) are refused, they have no summer time. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

const knownCurrencies = new Set(Intl.supportedValuesOf('currency'));

export const timeZoneSchema = z.string().refine(isTimeZone, {
  params: { zh: '不是有效的时区，例如 Asia/Shanghai', en: 'not a time zone; for example Asia/Shanghai' },
});

export const settingsDto = z.object({
  name: z.string().trim().min(1).max(80),
  /** IANA: days, weeks and "within the last N days" begin and end by it. */
  timeZone: timeZoneSchema,
  /** ISO 4217. */
  currency: z.string().refine((code) => knownCurrencies.has(code), {
    params: { zh: '不是有效的货币代码，例如 CNY', en: 'not a currency code; for example CNY' },
  }),
  locale: z.enum(['zh-CN', 'en']),
});
export type Settings = z.infer<typeof settingsDto>;

export const changeSettingsBody = settingsDto.partial();
export type ChangeSettingsBody = z.infer<typeof changeSettingsBody>;

export const defaultSettings: Settings = {
  name: 'Tagloom',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  locale: 'zh-CN',
};
