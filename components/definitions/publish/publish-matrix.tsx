'use client';

import { useTranslations } from 'next-intl';
import type { Cell } from '@/components/layers/movement/flows';
import { MovementMatrix } from '@/components/layers/movement/movement-matrix';
import { MovementWords } from '@/components/layers/movement/movement-words';
import { useEndName } from '@/components/layers/movement/use-end-name';
import type { PublishPreview } from '@/lib/contracts/definitions';
import type { MovingAsked } from './use-publish';

interface Props {
  movement: NonNullable<PublishPreview['movement']>;
  shown: MovingAsked | null;
  onMembers: (moving: MovingAsked, label: string) => void;
}

/** From which layer to which members would go: the published layering against the draft. */
export function PublishMatrix({ movement: { values, flows }, shown, onMembers }: Props) {
  const t = useTranslations('definitions.publish');
  const name = useEndName(values);
  const onCell = (cell: Cell) => onMembers({ change: 'moved', ...cell }, name.cell(cell));
  return (
    <>
      <MovementWords values={values} flows={flows} onCell={onCell} />
      <MovementMatrix
        values={values}
        flows={flows}
        before={t('before')}
        after={t('after')}
        shown={shown}
        onCell={onCell}
        ground="raised"
      />
    </>
  );
}
