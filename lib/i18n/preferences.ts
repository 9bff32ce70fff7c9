import { z } from 'zod';
import { locales } from './locales';
import { themes } from './themes';

/** Whether the rail is collapsed: read on the server, so that it doesn't jump. */
export const railCookie = 'tagloom-rail';

/** What a person chooses for their own browser. */
export const preferencesSchema = z
  .object({ locale: z.enum(locales), theme: z.enum(themes), rail: z.enum(['open', 'collapsed']) })
  .partial();

export type Preferences = z.infer<typeof preferencesSchema>;
