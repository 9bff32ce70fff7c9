import type { Graph } from '@/rules-engine/index';
import type { FoundDraft } from './draft-log';
import { type Checkpoint, type DraftRecord, journalOf } from './draft-record';
import { openJournal } from './journal';
import { sameValue } from './same-value';

/** The server's draft, as far as it matters here. */
export interface ServerDraft {
  revision: number;
  graph: Graph;
}

export interface Recovery {
  /** Where this tab begins. When `conflict`, what it holds was drawn on an older revision than the server's. */
  checkpoint: Checkpoint;
  conflict: boolean;
  /** When the unsaved edits were made that were found; null when there were none. */
  recoveredAt: number | null;
  /** Records that hold nothing any more that isn't in `checkpoint` or on the server. */
  spent: readonly string[];
}

/**
 * Begins with the server's draft and what was left in the browser: this tab's own log after a reload, else the latest
 * unsaved one of a tab that is gone. Unsaved edits are never dropped: they go on, or stand against the server's.
 */
export function recover(server: ServerDraft, own: FoundDraft | null, gone: readonly FoundDraft[]): Recovery {
  const fresh: Checkpoint = {
    revision: server.revision,
    server: server.graph,
    journal: openJournal(server.graph),
  };
  const left = [...(own ? [own] : []), ...gone];
  const unsaved = left.filter(({ record }) => isUnsaved(record, server));
  const [found] = own && unsaved.includes(own) ? [own] : unsaved;
  const spent = left.filter((draft) => draft === found || !unsaved.includes(draft)).map(({ tab }) => tab);
  if (!found) {
    const past = own && continues(own.record, server) ? { ...fresh, journal: journalOf(own.record) } : fresh;
    return { checkpoint: past, conflict: false, recoveredAt: null, spent };
  }
  const { checkpoint, at } = found.record;
  return {
    checkpoint: { ...checkpoint, journal: journalOf(found.record) },
    conflict: !(checkpoint.revision === server.revision && sameValue(checkpoint.server, server.graph)),
    recoveredAt: at,
    spent,
  };
}

function isUnsaved(record: DraftRecord, server: ServerDraft): boolean {
  const { graph } = journalOf(record);
  // Equal to the server's: the save arrived, only its answer didn't.
  return !sameValue(graph, record.checkpoint.server) && !sameValue(graph, server.graph);
}

/** Nothing has changed since: the steps that can be undone are still those of this drawing. */
function continues(record: DraftRecord, server: ServerDraft): boolean {
  return sameValue(journalOf(record).graph, server.graph);
}
