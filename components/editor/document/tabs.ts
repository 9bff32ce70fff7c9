import { z } from 'zod';

const messageSchema = z.discriminatedUnion('say', [
  z.object({ say: z.literal('who'), definition: z.string() }),
  z.object({ say: z.literal('here'), definition: z.string(), tab: z.string() }),
  z.object({ say: z.literal('saved'), definition: z.string(), tab: z.string(), revision: z.int() }),
]);

/** What the tabs of one browser tell each other about one definition. */
export interface Tabs {
  /** The other tabs in which it is open. */
  others(): Promise<ReadonlySet<string>>;
  saved(revision: number): void;
  close(): void;
}

/** How long the others have to answer. */
const patience = 150;

/** Joins the tabs of this browser. Where tabs can't talk to each other there are no others. */
export function joinTabs(definition: string, tab: string, onSaved: (revision: number) => void): Tabs {
  if (typeof BroadcastChannel === 'undefined') {
    return { others: async () => new Set(), saved: () => undefined, close: () => undefined };
  }
  const channel = new BroadcastChannel('tagloom-drafts');
  const here = new Set<string>();
  const tell = (message: z.infer<typeof messageSchema>) => channel.postMessage(message);
  channel.onmessage = ({ data }) => {
    const read = messageSchema.safeParse(data);
    if (!read.success || read.data.definition !== definition) return;
    const message = read.data;
    if (message.say === 'who') tell({ say: 'here', definition, tab });
    else if (message.say === 'here') here.add(message.tab);
    else onSaved(message.revision);
  };
  return {
    async others() {
      tell({ say: 'who', definition });
      await new Promise((resolve) => setTimeout(resolve, patience));
      return here;
    },
    saved: (revision) => tell({ say: 'saved', definition, tab, revision }),
    close: () => channel.close(),
  };
}
