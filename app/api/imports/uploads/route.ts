import { importOperations } from '@/lib/contracts/operations/import-operations';
import { Problem } from '@/lib/contracts/problem';
import { log } from '@/lib/log/logger';
import { pruneUploads } from '@/lib/services/import/uploads/prune-uploads';
import { storeUpload } from '@/lib/services/import/uploads/upload-file';
import { serve } from '../../serve';

/** The body is the file itself, as it is, streamed to disk. */
export const POST = serve(importOperations.upload, async ({ db, query, request }) => {
  if (request.body === null) {
    throw new Problem('invalid-input', { where: 'body', why: { zh: '没有文件', en: 'there is no file' } });
  }
  const declared = request.headers.get('content-length');
  const expected = declared === null ? undefined : Number(declared);
  const upload = await storeUpload(request.body, query.name, { expected });
  // Tidying up is no reason to refuse a file.
  await pruneUploads(db).catch((error: unknown) =>
    log.warn({ err: error }, 'old uploads could not be removed'),
  );
  return { upload };
});
