import type { AggregateExpression, Expression, FieldExpression } from '../../ir/expression';
import type { Predicate } from '../../ir/predicate';

/** What rules read: fields of the member, and event aggregates (whose own conditions read the events). */
export interface Reads {
  fields: ReadonlySet<FieldExpression>;
  aggregates: ReadonlySet<AggregateExpression>;
}

/** Everything that the predicates and values read, each once, however often they share it. */
export function collectReads(predicates: readonly Predicate[], values: readonly Expression[] = []): Reads {
  const fields = new Set<FieldExpression>();
  const aggregates = new Set<AggregateExpression>();
  const seen = new Set<number>();
  const pending: (Predicate | Expression)[] = [...predicates, ...values];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (seen.has(node.id)) continue;
    seen.add(node.id);
    if (node.kind === 'field') fields.add(node);
    else if (node.kind === 'aggregate') aggregates.add(node);
    else pending.push(...children(node));
  }
  return { fields, aggregates };
}

function children(
  node: Exclude<Predicate | Expression, FieldExpression | AggregateExpression>,
): (Predicate | Expression)[] {
  switch (node.kind) {
    case 'constant':
    case 'literal':
      return [];
    case 'all':
    case 'any':
      return [...node.of];
    case 'not':
    case 'monthDay':
      return [node.of];
    case 'compare':
    case 'arithmetic':
      return [node.left, node.right];
    case 'oneOf':
    case 'text':
    case 'list':
    case 'present':
      return [node.subject];
    case 'points':
      return node.terms.map((term) => ('when' in term ? term.when : term.value));
  }
}
