import { z } from 'zod';

/** A text in both languages. */
export const localTextSchema = z.object({
  zh: z.string().trim().min(1).max(80),
  en: z.string().trim().min(1).max(80),
});
export type LocalText = z.infer<typeof localTextSchema>;
