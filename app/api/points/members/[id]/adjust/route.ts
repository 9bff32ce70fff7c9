import { pointOperations } from '@/lib/contracts/operations/point-operations';
import { adjustPoints } from '@/lib/services/points/book-by-hand';
import { serve } from '../../../../serve';

export const POST = serve(pointOperations.adjust, ({ db, actor, params, body }) =>
  adjustPoints(db, actor, params.id, body),
);
