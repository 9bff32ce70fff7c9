import type { CompiledGraph } from '../compile/compile-graph';
import type { CompiledRow } from '../compile/environment';
import { compilePredicate } from '../evaluate/closure';
import type { MemberData } from '../evaluate/document';
import { gapBetween } from '../evaluate/trace';
import { not } from '../ir/build-predicate';
import type { Predicate } from '../ir/predicate';

/** A test that has to turn out otherwise: to hold, or, where it is `wanted` not to, to fail. */
export interface MissingTest {
  /** The condition row that it is of; null for what isn't one, such as the bound of a top N. */
  row: CompiledRow | null;
  test: Predicate;
  wanted: boolean;
}

/**
 * The fewest tests that have to turn out otherwise for a member to be at some port: none where it is there, null where no
 * change could bring it there. Of several ways the one with the fewest tests counts, and of those the nearest.
 */
export function missingFor(
  members: Predicate,
  { rows }: CompiledGraph,
  data: MemberData,
): MissingTest[] | null {
  const way = new Ways(rows, data).to(members, true);
  return way && [...way.tests.values()];
}

interface Way {
  /** By row and what is wanted of it. */
  tests: ReadonlyMap<string, MissingTest>;
  /** How far off the tests are, each as a share of its bound: the less the nearer. */
  far: number;
}

const arrived: Way = { tests: new Map(), far: 0 };

class Ways {
  private readonly rowOf = new Map<number, CompiledRow>();
  private readonly known = new Map<string, Way | null>();

  constructor(
    rows: readonly CompiledRow[],
    private readonly data: MemberData,
  ) {
    // A row of several tests is taken apart where it stands among others of its kind.
    for (const row of rows) for (const part of partsOf(row.predicate)) this.name(part, row);
    for (const row of rows) this.name(row.predicate, row);
  }

  private name(predicate: Predicate, row: CompiledRow): void {
    if (predicate.kind !== 'constant') this.rowOf.set(predicate.id, row);
  }

  to(predicate: Predicate, wanted: boolean): Way | null {
    const key = `${predicate.id} ${wanted}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const way = this.found(predicate, wanted);
    this.known.set(key, way);
    return way;
  }

  private found(predicate: Predicate, wanted: boolean): Way | null {
    if (compilePredicate(predicate)(this.data) === wanted) return arrived;
    if (predicate.kind === 'constant') return null;
    const row = this.rowOf.get(predicate.id);
    if (row) return this.step(row, predicate, wanted);
    if (predicate.kind === 'not') return this.to(predicate.of, !wanted);
    if (predicate.kind !== 'all' && predicate.kind !== 'any') return this.step(null, predicate, wanted);
    const ways = predicate.of.map((part) => this.to(part, wanted));
    return (predicate.kind === 'all') === wanted ? together(ways) : best(ways);
  }

  private step(row: CompiledRow | null, test: Predicate, wanted: boolean): Way {
    const gap = gapBetween(test, this.data, wanted, row);
    const key = row ? `${row.node} ${row.param} ${wanted}` : `${test.id} ${wanted}`;
    return { tests: new Map([[key, { row, test, wanted }]]), far: gap?.share ?? 1 };
  }
}

function partsOf(predicate: Predicate): readonly Predicate[] {
  const of = predicate.kind === 'not' ? predicate.of : predicate;
  if (of.kind !== 'all' && of.kind !== 'any') return [];
  return predicate.kind === 'not' ? of.of.map(not) : of.of;
}

function together(ways: readonly (Way | null)[]): Way | null {
  const open = ways.filter((way) => way !== null);
  if (open.length < ways.length) return null;
  return {
    tests: new Map(open.flatMap(({ tests }) => [...tests])),
    far: open.reduce((sum, { far }) => sum + far, 0),
  };
}

function best(ways: readonly (Way | null)[]): Way | null {
  return ways.reduce((found, way) => {
    if (!found || !way) return found ?? way;
    const fewer = way.tests.size - found.tests.size;
    return fewer < 0 || (fewer === 0 && way.far < found.far) ? way : found;
  }, null);
}
