import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { CompiledGraph, Graph, GraphOwner } from '@/rules-engine/index';
import { sharedEnvironment, type Workspace } from './environment';
import { ownerOf } from './graph-owner';
import { instantOf } from './instant';
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
  const [asOf, workspace, owner] = await Promise.all([
    instantOf(db, text),
    sharedEnvironment(db),
    findOwner(db, definition),
  ]);
  return { compiled: await prepareGraph(db, graph, asOf, { signal, owner, workspace }), asOf, workspace };
}

/** What compiling has to know of the definition with this id. */
export async function findOwner(db: Db, id: string | undefined): Promise<GraphOwner | null> {
  if (id === undefined) return null;
  const found = await collection(db, 'definitions').findOne(
    { _id: id },
    { projection: { key: 1, whenEmpty: 1 } },
  );
  return found && ownerOf(found);
}
