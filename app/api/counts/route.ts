import { countOperations } from '@/lib/contracts/operations/count-operations';
import { answerCounts } from '@/lib/services/counts/answer-counts';
import { serve } from '../serve';

export const POST = serve(countOperations.ports, ({ db, body, signal }) => answerCounts(db, body, signal));
