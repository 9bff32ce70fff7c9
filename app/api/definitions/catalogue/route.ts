import { loadEnvironment } from '@/lib/counting/environment';
import { handler } from '../../handler';

/** What compiling in the browser needs: `engineCatalogueSchema`. */
export const GET = handler({ role: 'viewer' }, async ({ db }) => {
  const { catalogue, timeZone, currency } = await loadEnvironment(db);
  return { ...catalogue, timeZone, currency };
});
