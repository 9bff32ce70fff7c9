import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { ChangeDoc } from '@/lib/db/documents';
import { Horizon } from './horizon';

/** Reads the notes of changes (lib/members/note-changes.ts), each of them once. */
export class Notes {
  private readonly seen = new Map<string, ChangeDoc>();
  private readonly horizon: Horizon;
  private holds = 0;

  /** `newest`: up to when (ms) they are known already. `lateMs`: how late a note may show up. */
  constructor(
    private readonly db: Db,
    private newest: number,
    lateMs: number,
  ) {
    this.horizon = new Horizon(lateMs, newest - lateMs);
  }

  /** Those that came since the last call. */
  async unseen(): Promise<ChangeDoc[]> {
    const began = performance.now();
    const after = this.horizon.after();
    const changes = collection(this.db, 'changes');
    const found = await changes.find({ at: { $gt: new Date(after) } }, { projection: { at: 1 } }).toArray();
    const ids = found.map(({ _id }) => _id).filter((id) => !this.seen.has(id));
    const unseen = ids.length === 0 ? [] : await changes.find({ _id: { $in: ids } }).toArray();
    for (const note of unseen) {
      this.seen.set(note._id, note);
      this.newest = Math.max(this.newest, note.at.getTime());
    }
    this.horizon.mark(this.newest, began);
    this.forget(after);
    return unseen;
  }

  /** From now on what is seen is kept, for who loads events meanwhile, until the returned function is called. */
  hold(): () => void {
    this.holds += 1;
    return () => {
      this.holds -= 1;
    };
  }

  /** What was seen since a little before the hold began. */
  held(): ChangeDoc[] {
    return [...this.seen.values()];
  }

  private forget(upTo: number): void {
    if (this.holds > 0) return;
    for (const [id, { at }] of this.seen) if (at.getTime() <= upTo) this.seen.delete(id);
  }
}
