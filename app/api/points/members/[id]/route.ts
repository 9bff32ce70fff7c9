import { pointOperations } from '@/lib/contracts/operations/point-operations';
import { pointAccount } from '@/lib/services/points/account-dto';
import { serve } from '../../../serve';

export const GET = serve(pointOperations.account, ({ db, params }) => pointAccount(db, params.id));
