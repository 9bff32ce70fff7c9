import { z } from 'zod';

const most = 1_000_000;

/** Points, and what they are multiplied with. */
export const amount = z.number().min(-most).max(most);
