/** The one barrel: all that pages and services know of the engine. */
export * from './catalogue';
export { type Bits, hasBit } from './columns/bitset';
export {
  BooleanColumn,
  type Column,
  columnFor,
  ListColumn,
  NumberColumn,
  TextColumn,
} from './columns/column';
export { EventRows, roomFor } from './columns/event-rows';
export { type BoundQuestion, MemberCounts } from './columns/member-counts';
export { MemberTable } from './columns/member-table';
export { type ColumnNeeds, columnNeeds } from './columns/needs';
export { columnKey } from './columns/rows';
export {
  type CompiledGraph,
  type CompiledNodeInfo,
  type CompiledOutput,
  compileGraph,
  type GraphOwner,
} from './compile/compile-graph';
export { type CompiledSubject, compileSubject } from './compile/compile-subject';
export { type AnsweredCut, cutValue, withCut } from './compile/cut-value';
export type { CompiledRow, CutQuestion, CutRule, Environment, Need, TopBound } from './compile/environment';
export { apply, type LogicResult } from './compile/json-logic/apply';
export { type CheckOptions, checkLogic } from './compile/json-logic/check';
export { type Emitted, emitExpression, emitPredicate } from './compile/json-logic/emit';
export { type EmittedGraph, emitGraph } from './compile/json-logic/emit-graph';
export type { JsonLogic } from './compile/json-logic/json-logic-js';
export { logicLimits } from './compile/json-logic/limits';
export type { LogicProblem, LogicProblemCode } from './compile/json-logic/problem';
export { readDates } from './compile/json-logic/read-dates';
export {
  aggregateMeasure,
  fieldMeasure,
  formulaMeasure,
  type Measure,
  numberMeasure,
  readsProperty,
} from './compile/measure';
export { collectReads } from './compile/mongo/collect';
export { indexable, toMatch } from './compile/mongo/match';
export {
  changedMetrics,
  classifyMembers,
  countMembers,
  countName,
  readValues,
  type Selection,
  selectMembers,
} from './compile/mongo/pipeline';
export { documentScope, type MongoDocument, type MongoScope, type MongoValue } from './compile/mongo/scope';
export { predicateExpression as toExpr } from './compile/mongo/to-expr';
export type { Diagnostic, DiagnosticCode } from './diagnostics/diagnostic';
export { compileExpression, compilePredicate, compilePredicates } from './evaluate/closure';
export { type EventData, type MemberData, readField, type Value } from './evaluate/document';
export { evaluate, evaluateExpression } from './evaluate/reference';
export { type Gap, type RowTrace, traceRow } from './evaluate/trace';
export {
  type Distance,
  type ExplainedNode,
  type Explanation,
  explainMember,
  type MissingStep,
} from './explain/explain';
export type { ExplainedRow, ShownValue } from './explain/explain-row';
export * from './graph/condition';
export { defaultWindow, windowFor } from './graph/default-window';
export { type DrawnNode, draw } from './graph/draw';
export * from './graph/graph';
export { withParam } from './graph/with-param';
/** Building blocks of rules that a service adds to a compiled one: `rule.all([...])`, `value.field(...)`. */
export * as value from './ir/build-expression';
export * as rule from './ir/build-predicate';
export type * from './ir/expression';
export type * from './ir/predicate';
export {
  type PackedPredicates,
  packedPredicatesSchema,
  packPredicates,
  unpackPredicates,
} from './ir/transport';
export type { Finding, FindingKind } from './lint/finding';
export { type Lint, type LintQuestion, lintGraph } from './lint/lint-graph';
export { type Cut, shownCut } from './nodes/cut';
export type { FormField } from './nodes/form';
export { type Layer, layerColors, layersOf } from './nodes/layer-params';
export type { NodeGroup, NodeType, Port } from './nodes/node';
export { findNodeType, nodeTypes } from './nodes/registry';
export { type RfmCell, rfmCells, rfmDimensions } from './nodes/rfm-cells';
export { tagValues } from './nodes/tag-value';
export type { Operator, SubjectType, ValueInput } from './operators/operator';
export { findOperator, operators, operatorsFor } from './operators/registry';
export { bandRanges, grades, orderedBands, type ScoreBand, sums, withBand } from './rfm/bands';
export { firstChoices, type LayerFace, type RfmChoices, rfmChoices } from './rfm/choices';
export { faceOf, noEvents, outsideLayer } from './rfm/faces';
export {
  combinationPort,
  combinationsGraph,
  type RfmCuts,
  type RfmGrades,
  rfmGraph,
  rfmOperand,
  scoreCuts,
} from './rfm/rfm-graph';
export { type Clause, clauseText } from './sentence/clause';
export { type GraphSentence, graphSentence, plainSentence } from './sentence/graph-sentence';
export { unitText } from './sentence/units';
export { templates } from './templates/registry';
export type { Template } from './templates/template';
export type { Locale, Sentence, Text } from './text';
export { calendarClock, dayOfStored, storedDay, storedDayText, storedOfDay } from './time/calendar-day';
export * from './time/window';
export * from './time/zone';
