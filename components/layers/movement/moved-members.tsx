'use client';

import { useTranslations } from 'next-intl';
import { PagedMembers } from '@/components/members/paged-members';
import { Drawer } from '@/components/ui/dialog';
import { useFormat } from '@/components/ui/use-format';
import type { Movement } from '@/lib/contracts/movement';
import { type Cell, sum } from './flows';
import { useEndName } from './use-end-name';
import { useMovedMembers } from './use-movement';

interface Props {
  definition: string;
  movement: Movement;
  cell: Cell;
  onClose: () => void;
}

/** Who is in a cell of the matrix, a band of the flows or a layer. */
export function MovedMembers({ definition, movement: { from, to, values, flows }, cell, onClose }: Props) {
  const t = useTranslations('layers.movement');
  const format = useFormat();
  const label = useEndName(values).cell(cell);
  const n = format.number(sum(flows, cell));
  const query = useMovedMembers(definition, { from: from?.run ?? null, to: to.run }, cell);
  return (
    <Drawer isOpen onClose={onClose} title={label}>
      <p className="mb-3 text-ink-soft">
        {from
          ? t('between', { n, from: format.instant(from.finishedAt), to: format.instant(to.finishedAt) })
          : t('at', { n, to: format.instant(to.finishedAt) })}
      </p>
      <PagedMembers label={label} query={query} />
    </Drawer>
  );
}
