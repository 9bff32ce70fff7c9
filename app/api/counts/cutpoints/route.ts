import { countOperations } from '@/lib/contracts/operations/count-operations';
import { answerCutpoints } from '@/lib/services/counts/answer-cutpoints';
import { serve } from '../../serve';

export const POST = serve(countOperations.cutpoints, ({ db, body, signal }) =>
  answerCutpoints(db, body, signal),
);
