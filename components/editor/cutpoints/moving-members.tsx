'use client';

import { PagedMembers } from '@/components/members/paged-members';
import { type Compared, useComparedMembers } from './use-cutpoint-sets';

interface Props {
  definition: string;
  compared: Compared;
  from: string | null;
  to: string | null;
  title: string;
}

/** The members who would go from one value to another. */
export function MovingMembers({ definition, compared, from, to, title }: Props) {
  const query = useComparedMembers(definition, compared, { from, to });
  return (
    <section aria-label={title}>
      <h4 className="mb-1 font-medium">{title}</h4>
      <PagedMembers label={title} query={query} />
    </section>
  );
}
