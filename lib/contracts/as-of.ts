import { z } from 'zod';

/**
 * The instant that relative dates are measured from, as pages and programs send it: a local day of the workspace's
 * zone (`1998-06-30`, meaning its last instant) or ISO 8601 with a zone. The server reads it with `parseAsOf` of the
 * engine. Absent: now.
 */
export const asOfSchema = z
  .string()
  .max(40)
  .refine(
    (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) || z.iso.datetime({ offset: true }).safeParse(text).success,
    {
      params: {
        zh: '要写成 2026-11-22，或带时区的时间',
        en: 'expected 2026-11-22 or an instant with its zone',
      },
    },
  );
