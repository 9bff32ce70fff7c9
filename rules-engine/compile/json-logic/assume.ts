import { all, any, constant, not } from '../../ir/build-predicate';
import type { Predicate } from '../../ir/predicate';

/** What is known of a member where a part of the rule stands: by predicate, whether it holds. */
export class Assumptions {
  private readonly known = new Map<number, boolean>();

  /** From here on the predicate is known to give `holds`, and so are the parts that this decides. */
  assume(predicate: Predicate, holds: boolean): void {
    this.known.set(predicate.id, holds);
    if (predicate.kind === 'not') this.assume(predicate.of, !holds);
    else if ((predicate.kind === 'any' && !holds) || (predicate.kind === 'all' && holds))
      for (const part of predicate.of) this.assume(part, holds);
  }

  /** The predicate without what is known: it gives the same wherever the assumptions are right. */
  simplify(predicate: Predicate): Predicate {
    return this.simplified(predicate, new Map());
  }

  private simplified(predicate: Predicate, done: Map<number, Predicate>): Predicate {
    const earlier = done.get(predicate.id);
    if (earlier) return earlier;
    const result = this.rewritten(predicate, done);
    done.set(predicate.id, result);
    return result;
  }

  private rewritten(predicate: Predicate, done: Map<number, Predicate>): Predicate {
    const known = this.known.get(predicate.id);
    if (known !== undefined) return constant(known);
    if (predicate.kind === 'not') return not(this.simplified(predicate.of, done));
    if (predicate.kind === 'all') return all(predicate.of.map((part) => this.simplified(part, done)));
    if (predicate.kind === 'any') return any(predicate.of.map((part) => this.simplified(part, done)));
    return predicate;
  }
}
