import { z } from 'zod';

/** A name that people are shown in place of a stored value. */
export const shownText = z
  .string()
  .max(60)
  .refine((text) => !/[\p{Cc}\p{Surrogate}]/u.test(text), {
    params: { zh: '不能含有控制字符。', en: 'No control characters.' },
  });
