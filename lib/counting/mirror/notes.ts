import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { ChangeDoc } from '@/lib/db/documents';

/** Reads the notes of changes (lib/services/members/note-changes.ts), each of them once. */
export class Notes {
  private readonly seen = new Map<string, ChangeDoc>();
  private newest = Number.NEGATIVE_INFINITY;
  private holds = 0;

  /** `overlapMs`: clocks of writers may be apart by so much. */
  constructor(
    private readonly db: Db,
    private readonly overlapMs: number,
  ) {}

  /** Those that came since the last call; the first time all that there are. */
  async unseen(): Promise<ChangeDoc[]> {
    const since = this.newest - this.overlapMs;
    const filter = Number.isFinite(since) ? { at: { $gte: new Date(since) } } : {};
    const found = await collection(this.db, 'changes').find(filter).sort({ at: 1 }).toArray();
    const unseen = found.filter(({ _id }) => !this.seen.has(_id));
    for (const note of unseen) {
      this.seen.set(note._id, note);
      this.newest = Math.max(this.newest, note.at.getTime());
    }
    this.forget();
    return unseen;
  }

  /** From now on what is seen is kept, for who loads events meanwhile, until the returned function is called. */
  hold(): () => void {
    this.holds += 1;
    return () => {
      this.holds -= 1;
      this.forget();
    };
  }

  /** What was seen since a little before the hold began. */
  held(): ChangeDoc[] {
    return [...this.seen.values()];
  }

  private forget(): void {
    if (this.holds > 0) return;
    for (const [id, { at }] of this.seen) {
      if (at.getTime() < this.newest - this.overlapMs) this.seen.delete(id);
    }
  }
}
