import type { Definition, DraftSaved } from '@/lib/contracts/definitions';
import type { Graph } from '@/rules-engine/index';
import { type Draft, openDraft } from '../document/draft';
import { findDrafts, forgetDrafts, openDraftLog } from '../document/draft-log';
import { recover } from '../document/recover';
import { joinTabs } from '../document/tabs';
import { saveDraft } from './save-draft';
import { renewTabId, tabId } from './tab-id';

export interface Session {
  draft: Draft;
  /** When the unsaved edits were made that this tab found and goes on with; null when there were none. */
  recoveredAt: number | null;
}

interface Hooks {
  /** This tab saved this drawing. */
  onSaved(saved: DraftSaved, graph: Graph): void;
  /** Another tab of this browser saved a newer draft. */
  onSavedElsewhere(): void;
}

/**
 * Opens a definition for editing in this tab: the server's draft with what was left unsaved in this browser. The
 * session may still be on its way when it is closed.
 */
export function openSession(
  definition: Definition,
  hooks: Hooks,
): { ready: Promise<Session | null>; close(): void } {
  const { id } = definition;
  let tab = tabId();
  let isClosed = false;
  let draft: Draft | null = null;
  let tabs = joinTabs(id, tab, hooks.onSavedElsewhere);
  const stopListening: (() => void)[] = [];

  const open = async (): Promise<Session | null> => {
    const others = await tabs.others();
    if (isClosed) return null;
    if (others.has(tab)) {
      tabs.close();
      tab = renewTabId();
      tabs = joinTabs(id, tab, hooks.onSavedElsewhere);
    }
    const found = (await findDrafts(id)).filter((left) => left.tab === tab || !others.has(left.tab));
    if (isClosed) return null;
    const own = found.find((left) => left.tab === tab) ?? null;
    const gone = found.filter((left) => left !== own);
    const { checkpoint, conflict, recoveredAt, spent } = recover(definition, own, gone);
    const log = openDraftLog(id, tab);
    draft = openDraft({
      start: checkpoint,
      conflict: conflict ? definition : null,
      log,
      send: (revision, graph) => saveDraft(id, revision, graph, hooks.onSaved),
      onSaved: (revision) => tabs.saved(revision),
      saved: { at: definition.updatedAt, by: definition.updatedBy },
    });
    stopListening.push(sendWhenLeaving(draft));
    // Only once they are kept under this tab's name are they forgotten under the others'.
    if (await log.settled())
      await forgetDrafts(
        id,
        spent.filter((left) => left !== tab),
      );
    return { draft, recoveredAt };
  };

  return {
    ready: open(),
    close() {
      isClosed = true;
      for (const stop of stopListening) stop();
      draft?.close();
      tabs.close();
    },
  };
}

/** What is unsaved is sent when the network is back, and when the tab is left or hidden. */
function sendWhenLeaving(draft: Draft): () => void {
  const send = () => void draft.flush();
  const hide = () => document.visibilityState === 'hidden' && send();
  window.addEventListener('online', send);
  document.addEventListener('visibilitychange', hide);
  return () => {
    window.removeEventListener('online', send);
    document.removeEventListener('visibilitychange', hide);
  };
}
