import { countOperations } from '@/lib/contracts/operations/count-operations';
import { lintDrawing } from '@/lib/services/lint/lint-drawing';
import { serve } from '../serve';

export const POST = serve(countOperations.lint, ({ db, body, signal }) => lintDrawing(db, body, signal));
