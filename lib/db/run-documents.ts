/** What runs keep so that they can be compared, and cutpoints that were computed. As in documents.ts. */

import type { Binary } from 'mongodb';
import type { Cutpoint } from '@/lib/contracts/cutpoints';
import type { WorkState } from '@/lib/contracts/work';
import type { Graph } from '@/rules-engine/index';
import type { JobDoc } from './documents';

/** Who was in a segment or in which layer after a run, so that runs can be compared. */
export interface RunSnapshotDoc {
  /** The run. */
  _id: string;
  definition: string;
  /** Of a segment: one bit an `ord`, lowest first, deflated. */
  bits?: Binary;
  /** Of a layering: its layers, and for each `ord` the place of its layer among them, from 1; 16 bits each, deflated. */
  values?: string[];
  codes?: Binary;
  /** Of the claim that wrote it. */
  fence?: number;
  /** Who held which value before a run of a tag wrote anything, for as long as it is under way. `_id` is `<run>:held`. */
  held?: true;
}

/** How many members went from each layer to each in a run, since the run before. */
export interface TransitionsDoc {
  /** The run. */
  _id: string;
  definition: string;
  /** The run before; null for the first. */
  before: string | null;
  /** Null: not a member, or in no layer yet. Those who stayed are here too. */
  flows: { from: string | null; to: string | null; n: number }[];
  /** Of the claim that wrote it. */
  fence?: number;
}

/** Cutpoints computed for a drawing, kept under a number of its definition. `_id` is `<definition>:<number>`. */
export interface CutpointsDoc {
  _id: string;
  definition: string;
  number: number;
  /** The drawing that they were computed for, and the one node if it wasn't all. */
  graph: Graph;
  node: string | null;
  asOf: Date;
  state: WorkState;
  cuts: Cutpoint[];
  error: JobDoc['error'];
  by: string;
  startedAt: Date;
  finishedAt: Date | null;
  job: string;
  /** Of the claim that works on it. */
  fence?: number;
}
