import { createStore, delMany, entries, promisifyRequest, type UseStore } from 'idb-keyval';
import { type Checkpoint, checkpointSchema, type DraftRecord, stepsSchema } from './draft-record';

/** Where a tab keeps what isn't on the server yet. */
export interface DraftLog {
  /** Keeps the record; a later one takes the place of an earlier one that isn't written yet. */
  write(record: DraftRecord): void;
  /** Resolves when all that was handed over is kept: false when the browser refused. */
  settled(): Promise<boolean>;
}

/** What a tab left behind. */
export interface FoundDraft {
  tab: string;
  record: DraftRecord;
}

let opened: UseStore | undefined;
const drafts = (): UseStore => {
  opened ??= createStore('tagloom-drafts', 'drafts');
  return opened;
};
const keys = (definition: string, tab: string) => ({
  checkpoint: `${definition}/${tab}/checkpoint`,
  steps: `${definition}/${tab}/steps`,
});

/** The log of one tab in IndexedDB. The checkpoint is written only when it is another one, the steps every time. */
export function openDraftLog(definition: string, tab: string): DraftLog {
  const key = keys(definition, tab);
  let written: Checkpoint | null = null;
  let next: DraftRecord | null = null;
  let running: Promise<boolean> = Promise.resolve(true);

  const writeNext = async (before: boolean): Promise<boolean> => {
    const record = next;
    if (!record) return before;
    next = null;
    const { checkpoint, steps, at } = record;
    const pairs: [string, unknown][] = [[key.steps, { at, steps }]];
    if (checkpoint !== written) pairs.push([key.checkpoint, checkpoint]);
    try {
      // One transaction: a checkpoint never stands beside the steps of another one.
      await drafts()('readwrite', (store) => {
        for (const [name, value] of pairs) store.put(value, name);
        // Not only once the answers are here: a page that is left in between could not say it any more.
        store.transaction.commit();
        return promisifyRequest(store.transaction);
      });
      written = checkpoint;
      return true;
    } catch {
      // Private windows and full disks: the header says that nothing is kept here.
      return false;
    }
  };

  return {
    write(record) {
      next = record;
      running = running.then(writeNext);
    },
    settled: () => running,
  };
}

/** All that tabs left of a definition, the latest first. What can't be read (any more) is passed over. */
export async function findDrafts(definition: string): Promise<FoundDraft[]> {
  const stored = await entries<string, unknown>(drafts()).catch(() => []);
  const byKey = new Map(stored);
  const tabs = new Set(
    stored.filter(([key]) => key.startsWith(`${definition}/`)).map(([key]) => key.split('/')[1] ?? ''),
  );
  const found = [...tabs].flatMap((tab) => {
    const key = keys(definition, tab);
    const checkpoint = checkpointSchema.safeParse(byKey.get(key.checkpoint));
    const steps = stepsSchema.safeParse(byKey.get(key.steps));
    if (!checkpoint.success || !steps.success) return [];
    return [{ tab, record: { checkpoint: checkpoint.data, ...steps.data } }];
  });
  return found.sort((a, b) => b.record.at - a.record.at);
}

/** Forgets what tabs left behind. */
export async function forgetDrafts(definition: string, tabs: readonly string[]): Promise<void> {
  const gone = tabs.flatMap((tab) => Object.values(keys(definition, tab)));
  if (gone.length > 0) await delMany(gone, drafts()).catch(() => undefined);
}
