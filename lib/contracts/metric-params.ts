import { z } from 'zod';
import { keySchema } from './catalogue';

/** `:key` of a metric's routes. */
export const metricParams = z.object({ key: keySchema });
