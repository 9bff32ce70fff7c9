import { quantilesQuerySchema } from '@/lib/contracts/counts';
import { answerQuantiles } from '@/lib/counting/answer-quantiles';
import { handler } from '../../handler';

export const POST = handler(
  { role: 'viewer', scope: 'read:counts', body: quantilesQuerySchema },
  ({ db, body, signal }) => answerQuantiles(db, body, signal),
);
