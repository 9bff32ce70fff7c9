import { DEMO_AS_OF } from '@/lib/services/demo/calendar';
import { demoEventTypes, demoFields } from '@/lib/services/demo/demo-catalogue';
import { demoMember } from '@/lib/services/demo/demo-member';
import {
  type Catalogue,
  compilePredicates,
  type Environment,
  emptyCatalogue,
  type Field,
  type Predicate,
} from '@/rules-engine/index';

const catalogue: Catalogue = {
  ...emptyCatalogue,
  fields: Object.fromEntries(
    demoFields.map(({ _id, ...field }): [string, Field] => [_id, { ...field, path: _id }]),
  ),
  eventTypes: Object.fromEntries(
    demoEventTypes.map(({ _id, label, props }) => [
      _id,
      {
        type: _id,
        label,
        props: Object.fromEntries(
          props.map((prop): [string, Field] => [prop.path, { ...prop, personal: false }]),
        ),
      },
    ]),
  ),
};

/** The demo's catalogue, as of its last day. */
export const demoEnvironment: Environment = {
  catalogue,
  asOf: DEMO_AS_OF.getTime(),
  timeZone: 'Asia/Shanghai',
  bounds: new Map(),
};

const drawn = 1_500;

/** Which share of the demo's members each predicate holds for, from every thirteenth of them. */
export function demoShares(predicates: readonly Predicate[]): number[] {
  const run = compilePredicates(predicates);
  const counts = predicates.map(() => 0);
  for (let i = 0; i < drawn; i += 1) {
    const { member, events } = demoMember(i * 13);
    for (const [at, holds] of run({ member: { ...member }, events }).entries())
      if (holds) counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts.map((count) => count / drawn);
}
