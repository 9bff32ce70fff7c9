import { definitionOperations } from '@/lib/contracts/operations/definition-operations';
import { loadEnvironment } from '@/lib/workspace/environment';
import { serve } from '../../serve';

/** What compiling in the browser needs. */
export const GET = serve(definitionOperations.catalogue, async ({ db }) => {
  const { catalogue, timeZone, currency } = await loadEnvironment(db);
  const { tags, layerings } = catalogue;
  return { ...catalogue, tags: sent(tags), layerings: sent(layerings), timeZone, currency };
});

type Stored = { storedAt: Date | null };

function sent<T extends Stored>(all: Readonly<Record<string, T>>) {
  return Object.fromEntries(
    Object.entries(all).map(([key, one]) => [key, { ...one, storedAt: one.storedAt?.toISOString() ?? null }]),
  );
}
