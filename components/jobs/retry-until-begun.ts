import { z } from 'zod';
import { api } from '@/components/data-client/api';

const everyMs = 500;
const times = 20;

/**
 * Queues a failed job again and waits until what it works on says that it has begun, ten seconds at most: until then
 * the thing still looks as it did when it failed.
 */
export async function retryUntilBegun(job: string, hasBegun: () => Promise<boolean>): Promise<void> {
  await api(z.unknown(), `/api/jobs/${encodeURIComponent(job)}/retry`, { method: 'POST' });
  for (let time = 0; time < times; time += 1) {
    if (await hasBegun()) return;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
