import { countsQuerySchema } from '@/lib/contracts/counts';
import { answerCounts } from '@/lib/counting/answer-counts';
import { handler } from '../handler';

export const POST = handler(
  { role: 'viewer', scope: 'read:counts', body: countsQuerySchema },
  ({ db, body, signal }) => answerCounts(db, body, signal),
);
