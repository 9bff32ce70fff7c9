import type { Text } from '../text';

export type FindingKind =
  /** Nobody can be in it, or nobody is. */
  | 'unreachable'
  /** Members fit it, and an output before it takes them. */
  | 'overlap'
  /** Members that fit nothing and are in the fallback. */
  | 'gap'
  /** What is asked can't hold together. */
  | 'contradiction'
  /** What is asked was asked before, so that it changes nothing. */
  | 'redundant'
  /** A number is parted into groups, and some of them have nobody. */
  | 'empty-group';

/** Something about a rule that its author should know before it is published; it can be published all the same. */
export interface Finding {
  kind: FindingKind;
  /** `warning`: most likely a mistake. `notice`: often meant so. */
  severity: 'warning' | 'notice';
  /** The node it is about, and the one it has to do with. */
  node: string;
  other: string | null;
  /** Members it is about; null where it shows from the rule itself, whatever the data. */
  n: number | null;
  message: Text;
}
