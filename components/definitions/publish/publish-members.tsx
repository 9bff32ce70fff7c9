'use client';

import { PagedMembers } from '@/components/members/paged-members';
import { type MovingAsked, usePublishMembers } from './use-publish';

interface Props {
  definition: string;
  revision: number;
  asOf: string | null;
  moving: MovingAsked;
  label: string;
}

/** Who would come in, go out, or move. */
export function PublishMembers({ definition, revision, asOf, moving, label }: Props) {
  const query = usePublishMembers(definition, { revision, asOf, ...moving });
  return (
    <section aria-label={label}>
      <h3 className="mb-1 font-medium">{label}</h3>
      <PagedMembers label={label} query={query} />
    </section>
  );
}
