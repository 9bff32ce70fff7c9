import type { MirrorStatus } from '@/lib/contracts/mirror';
import { mirrorClient } from './in-server';

const limitMs = 5_000;

/** How counting in memory is. Never throws: a counter that doesn't answer is `away`. */
export async function readMirrorStatus(): Promise<MirrorStatus> {
  const client = mirrorClient();
  if (!client) return { ...nothing, state: 'off' };
  try {
    return await client.status(AbortSignal.timeout(limitMs));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ...nothing, state: 'away', problem: { at: new Date().toISOString(), message } };
  }
}

const nothing: Omit<MirrorStatus, 'state'> = {
  where: null,
  members: 0,
  events: 0,
  columns: [],
  bytes: 0,
  resultBytes: 0,
  budgetBytes: 0,
  generation: 0,
  watermark: null,
  lagMs: null,
  answered: 0,
  passedOn: { loading: 0, 'over-budget': 0, away: 0 },
  hits: 0,
  misses: 0,
  audit: null,
  load: null,
  snapshotAt: null,
  problem: null,
};
