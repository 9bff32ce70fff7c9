import { pointOperations } from '@/lib/contracts/operations/point-operations';
import { redeemPoints } from '@/lib/services/points/book-by-hand';
import { serve } from '../../../../serve';

export const POST = serve(pointOperations.redeem, ({ db, actor, params, body }) =>
  redeemPoints(db, actor, params.id, body),
);
