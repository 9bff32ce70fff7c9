/** A piece of a sentence, and the node that says it: a click on the piece selects the node. Null for what joins them. */
export interface Clause {
  readonly text: string;
  readonly node: string | null;
}

/** The sentence as plain text. */
export function clauseText(clauses: readonly Clause[]): string {
  return clauses.map((clause) => clause.text).join('');
}

/** Neighbours of one node become one clause. */
export function compact(clauses: readonly Clause[]): Clause[] {
  const result: Clause[] = [];
  for (const clause of clauses) {
    const last = result.at(-1);
    if (clause.text === '') continue;
    if (last && last.node === clause.node)
      result[result.length - 1] = { text: last.text + clause.text, node: last.node };
    else result.push(clause);
  }
  return result;
}
