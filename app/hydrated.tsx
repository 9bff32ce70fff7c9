import { dehydrate, HydrationBoundary, QueryClient, type QueryKey } from '@tanstack/react-query';
import type { ReactNode } from 'react';

/** A read that the page begins with: under the key that its client part asks with. */
export type FirstRead =
  | { key: QueryKey; read: () => Promise<unknown> }
  /** The first page of a list that goes on; `start` is the parameter of that page. */
  | { key: QueryKey; start: string | number; readPage: () => Promise<unknown> };

/**
 * Gives the page what it shows first, read by the services at once, so that no skeleton flashes by. A read that fails
 * here is left to the client part, which has a place for the error.
 */
export async function Hydrated({ reads, children }: { reads: readonly FirstRead[]; children: ReactNode }) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await Promise.all(
    reads.map((first) =>
      'read' in first
        ? client.prefetchQuery({ queryKey: first.key, queryFn: first.read })
        : client.prefetchInfiniteQuery({
            queryKey: first.key,
            queryFn: first.readPage,
            initialPageParam: first.start,
          }),
    ),
  );
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>;
}
