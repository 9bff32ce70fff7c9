import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../../evaluate/reference';
import { all, not } from '../../ir/build-predicate';
import { cleanMember, hostileMember } from '../../testing/arbitrary-member';
import { arbitraryPredicate } from '../../testing/arbitrary-predicate';
import { Assumptions } from './assume';

const predicate = arbitraryPredicate({ depth: 2 });
const members = fc.array(fc.oneof(cleanMember(), hostileMember()), { minLength: 1, maxLength: 8 });

test('values tried in turn go to the same members as values that each exclude those before', () => {
  // Branches of a tree share conditions: parts are drawn from few and joined.
  const branches = fc.array(predicate, { minLength: 1, maxLength: 3 }).chain((conditions) =>
    fc.array(
      fc.subarray([...conditions, ...conditions.map(not)], { minLength: 1 }).map((parts) => all(parts)),
      { minLength: 1, maxLength: 5 },
    ),
  );
  fc.assert(
    fc.property(branches, members, (arriving, data) => {
      const assumptions = new Assumptions();
      const tried = arriving.map((branch) => {
        const when = assumptions.simplify(branch);
        assumptions.assume(when, false);
        return when;
      });
      for (const one of data) {
        const first = arriving.findIndex((branch) => evaluate(branch, one));
        expect(tried.findIndex((when) => evaluate(when, one))).toBe(first);
      }
    }),
    { numRuns: 1_000 },
  );
});
