import { catalogueQuerySchema } from '@/lib/contracts/catalogue';
import { catalogueAnswer } from '@/lib/services/catalogue/catalogue-answer';
import { handler } from '../handler';

export const GET = handler({ role: 'viewer', query: catalogueQuerySchema }, ({ db, query }) =>
  catalogueAnswer(db, query),
);
