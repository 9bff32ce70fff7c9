import type { Graph, GraphKind } from '../graph/graph';
import type { Text } from '../text';

/** A tag, segment or layering to begin with: made of the fields and events that the demo data have, and most programmes. */
export interface Template {
  id: string;
  kind: GraphKind;
  label: Text;
  /** What it finds, and what operators do with it. */
  about: Text;
  /** What new ones are called to begin with: the left half of `key:value`. */
  key: string;
  /** Where new ones are put, in both languages. */
  folder: Text;
  graph: Graph;
  /** What is said at the layers of a layering, by node; a drawing holds it in one language. */
  notes?: Readonly<Record<string, LayerNotes>>;
}

export interface LayerNotes {
  /** What operators do with these members. */
  strategy: Text;
  /** What these members get. */
  benefits?: Text;
}
