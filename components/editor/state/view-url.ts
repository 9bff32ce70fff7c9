import { z } from 'zod';
import { asOfSchema } from '@/lib/contracts/as-of';
import { portKeySchema } from '@/lib/contracts/counts';
import { drawerTabs, type PlacedView, selectedNode, type View } from './view';

const placedSchema = z.object({
  node: z.string().max(64).nullable().catch(null),
  drawer: z.enum(drawerTabs).nullable().catch(null),
  port: portKeySchema.nullable().catch(null),
  member: z.string().max(200).nullable().catch(null),
  asOf: asOfSchema.nullable().catch(null),
  view: z.enum(['canvas', 'outline']).catch('canvas'),
});

/** The view that a URL restores; what isn't understood is left out. */
export function readView(search: string): PlacedView {
  const params = new URLSearchParams(search);
  const { view, ...rest } = placedSchema.parse(
    Object.fromEntries(Object.keys(placedSchema.shape).map((name) => [name, params.get(name)])),
  );
  return { ...rest, mode: view };
}

/** The query of a URL that restores the view; parameters of others stay. */
export function writeView(view: View, search: string): string {
  const params = new URLSearchParams(search);
  const values: Record<keyof z.infer<typeof placedSchema>, string | null> = {
    node: selectedNode(view),
    drawer: view.drawer,
    port: view.drawer === 'members' ? view.port : null,
    member: view.drawer === 'why' ? view.member : null,
    asOf: view.asOf,
    view: view.mode === 'outline' ? 'outline' : null,
  };
  for (const [name, value] of Object.entries(values)) {
    if (value === null) params.delete(name);
    else params.set(name, value);
  }
  const query = params.toString();
  return query ? `?${query}` : '';
}
