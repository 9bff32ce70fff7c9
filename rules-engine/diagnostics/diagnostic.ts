import type { Text } from '../text';

/** What keeps a graph from being executable, or what an operator should know before publishing. */
export interface Diagnostic {
  severity: 'error' | 'warning';
  code: DiagnosticCode;
  /** The node it is about; null for the graph as a whole. */
  node: string | null;
  /** Path of the parameter below `params`: `rows.0.value`; null for the node as a whole. */
  param: string | null;
  /** What, where and how to mend it. */
  message: Text;
}

export type DiagnosticCode =
  | 'bad-graph'
  | 'unknown-node-type'
  | 'wrong-kind'
  | 'bad-params'
  | 'unknown-operator'
  | 'operator-does-not-fit'
  | 'unknown-field'
  | 'unknown-event-type'
  | 'unknown-property'
  | 'unknown-tag'
  | 'unknown-layering'
  | 'unknown-segment'
  | 'unknown-list'
  | 'unknown-option'
  | 'segment-not-published'
  | 'segment-cycle'
  | 'bad-edge'
  | 'cycle'
  | 'not-connected'
  | 'no-output'
  | 'no-fallback'
  | 'duplicate-id'
  | 'duplicate-value'
  | 'needs-resolving'
  | 'always-true'
  | 'always-false'
  | 'window-cuts'
  | 'too-big';
