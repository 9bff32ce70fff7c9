import { cutpointsQuerySchema } from '@/lib/contracts/cutpoints';
import { answerCutpoints } from '@/lib/counting/answer-cutpoints';
import { handler } from '../../handler';

export const POST = handler(
  { role: 'viewer', scope: 'read:counts', body: cutpointsQuerySchema },
  ({ db, body, signal }) => answerCutpoints(db, body, signal),
);
