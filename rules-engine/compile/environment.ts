import type { Catalogue, FieldType } from '../catalogue';
import type { Diagnostic, DiagnosticCode } from '../diagnostics/diagnostic';
import type { Expression } from '../ir/expression';
import type { Predicate } from '../ir/predicate';
import type { Text } from '../text';
import type { Clock } from '../time/window';

/** The last member that top N keeps: by value, then by `ord`. Null when fewer than N have a value: all are kept. */
export interface TopBound {
  value: number;
  ord: number;
}

/** All that a compile needs to know; it does no I/O. */
export interface Environment extends Clock {
  catalogue: Catalogue;
  /** Bounds resolved so far, by `need.key`. */
  bounds: ReadonlyMap<string, TopBound | null>;
}

/** A question to the population that has to be answered before the graph can be evaluated. */
export interface Need {
  key: string;
  node: string;
  /** Among these members … */
  members: Predicate;
  /** … the value of which the first `n` are kept. */
  value: Expression;
  n: number;
  direction: 'highest' | 'lowest';
}

/** What of a distribution is asked for: one value, or those at which groups of the same size begin. */
export type CutRule =
  | { readonly by: 'mean' }
  | { readonly by: 'median' }
  /** At a share of the members, from the lowest value. */
  | { readonly by: 'quantile'; readonly share: number }
  | { readonly by: 'groups'; readonly groups: number };

/** A cut of a number that is computed from the population and then stored in the drawing. */
export interface CutQuestion {
  node: string;
  /** Where it is stored below `params`: a number for one value, a list for groups. */
  param: string;
  /** Among these members … */
  members: Predicate;
  /** … the number that is cut. */
  value: Expression;
  rule: CutRule;
  /** What is stored now, ascending; null while nothing is. */
  stored: readonly number[] | null;
  label: Text;
  unit: string | null;
  money: boolean;
}

/** One condition row with everything that explaining it takes. */
export interface CompiledRow {
  node: string;
  /** Path below `params`: `rows.0.rows.1`. */
  param: string;
  predicate: Predicate;
  /** The value asked about; null for membership of a segment. */
  value: Expression | null;
  /** Type of the value; null for a tag, a segment and a list. */
  type: FieldType | null;
  /** The whole clause: `城市是上海或杭州`. */
  phrase: Text;
  /** What is asked of the value, without its name: `是上海或杭州`. */
  relation: Text;
  unit: string | null;
  money: boolean;
  /** Personal data: the value is masked for those who may not see it. */
  personal: boolean;
}

/** Collects what a compile finds while it walks one node. */
export class NodeReport {
  readonly diagnostics: Diagnostic[] = [];
  readonly rows: CompiledRow[] = [];
  readonly needs: Need[] = [];
  readonly cuts: CutQuestion[] = [];

  constructor(readonly node: string) {}

  error(code: DiagnosticCode, param: string | null, message: Text): null {
    this.diagnostics.push({ severity: 'error', code, node: this.node, param, message });
    return null;
  }

  /** Told once, however many values of one subject it is found at. */
  warning(code: DiagnosticCode, param: string | null, message: Text): void {
    if (this.diagnostics.some((told) => told.param === param && told.message.en === message.en)) return;
    this.diagnostics.push({ severity: 'warning', code, node: this.node, param, message });
  }
}
