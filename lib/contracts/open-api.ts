import { z } from 'zod';

/** The language of its sentences. */
export const openApiQuerySchema = z.object({ locale: z.enum(['zh', 'en']).default('en') });

/** An OpenAPI document, as far as it is known here. */
export const openApiSchema = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.unknown()).optional(),
});
