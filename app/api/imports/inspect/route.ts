import { importOperations } from '@/lib/contracts/operations/import-operations';
import { inspectFile } from '@/lib/services/import/wizard/inspect';
import { serve } from '../../serve';

export const POST = serve(importOperations.inspect, ({ db, body }) => inspectFile(db, body));
