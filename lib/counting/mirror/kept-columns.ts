import type { Db } from 'mongodb';
import { log } from '@/lib/log/logger';
import type { Loader } from './loader';
import type { MirrorData } from './mirror-data';
import { readSnapshot, writeSnapshot } from './snapshot';

/** Writes the columns to disk from time to time, so that the next start is warm. */
export class KeptColumns {
  /** What was written down, and when. */
  private written: { columns: string; generation: number; at: Date } | null = null;

  /** `rewriteMs`: at least, between two writings of the same columns. */
  constructor(
    private readonly db: Db,
    private readonly folder: string | undefined,
    private readonly rewriteMs: number,
  ) {}

  /** Takes over the columns of the last process, if they are still good. Whether it did. */
  async restore(loader: Loader): Promise<boolean> {
    if (this.folder === undefined) return false;
    try {
      const began = performance.now();
      const found = await readSnapshot(this.db, this.folder, loader.dataOptions());
      if (!found) return false;
      loader.adopt(found.data, Math.round(performance.now() - began));
      this.written = { columns: columnsOf(found.data), generation: found.data.generation, at: found.at };
      return true;
    } catch (error) {
      log.warn({ err: error }, 'the columns that were written down can’t be used');
      return false;
    }
  }

  /** Writes the columns down, if there are others than the last time, or the same have changed for a while. */
  async write({ data, isLoading }: Loader): Promise<void> {
    if (!data || isLoading || this.folder === undefined) return;
    const columns = columnsOf(data);
    const { generation } = data;
    const { written } = this;
    const isSame = written?.columns === columns;
    if (isSame && (written.generation === generation || Date.now() - written.at.getTime() < this.rewriteMs))
      return;
    await writeSnapshot(this.db, data, this.folder);
    this.written = { columns, generation, at: new Date() };
  }

  /** When they were last written. */
  get at(): Date | null {
    return this.written?.at ?? null;
  }
}

/** Names what there is to write down. */
function columnsOf({ members, events }: MirrorData): string {
  return [...members.fields.keys(), ...events.keys()].join('\n');
}
