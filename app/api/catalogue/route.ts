import { catalogueOperations } from '@/lib/contracts/operations/catalogue-operations';
import { catalogueAnswer } from '@/lib/services/catalogue/catalogue-answer';
import { serve } from '../serve';

export const GET = serve(catalogueOperations.get, ({ db, query }) => catalogueAnswer(db, query));
