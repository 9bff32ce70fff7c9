import { importOperations } from '@/lib/contracts/operations/import-operations';
import { previewImport } from '@/lib/services/import/wizard/preview';
import { serve } from '../../serve';

export const POST = serve(importOperations.preview, ({ db, body }) => previewImport(db, body));
