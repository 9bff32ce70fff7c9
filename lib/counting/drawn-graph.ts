import type { Db } from 'mongodb';
import { sharedEnvironment, type Workspace } from '@/lib/workspace/environment';
import type { CompiledGraph, Graph } from '@/rules-engine/index';
import { instantIn } from './instant';
import { prepareGraph } from './resolve-needs';

/** A graph as the editor sends it, however incomplete. */
export interface Drawn {
  graph: Graph;
  asOf?: string | undefined;
  /** Id of the definition being edited. */
  definition?: string | undefined;
}

export interface PreparedDrawing {
  compiled: CompiledGraph;
  asOf: number;
  workspace: Workspace;
}

/** Compiles what is drawn for counting, listing and explaining. Throws `invalid-input`, `too-slow`. */
export async function prepareDrawn(
  db: Db,
  { graph, asOf: text, definition }: Drawn,
  signal: AbortSignal | undefined,
): Promise<PreparedDrawing> {
  const workspace = await sharedEnvironment(db);
  const owner = workspace.owners.get(definition ?? '') ?? null;
  const asOf = instantIn(workspace.timeZone, text);
  return { compiled: await prepareGraph(db, graph, asOf, { signal, owner, workspace }), asOf, workspace };
}
