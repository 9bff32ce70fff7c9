import { UserMinus, UserPlus } from 'lucide-react';
import type { MovedValue } from '@/lib/contracts/movement';
import { ColorSwatch } from '../color-swatch';
import type { End } from './flows';

interface Props {
  values: readonly MovedValue[];
  side: 'from' | 'to';
  end: End;
  name: string;
}

/** A layer by its colour and name; who came or was removed by a sign. */
export function EndLabel({ values, side, end, name }: Props) {
  const color = values.find(({ value }) => value === end)?.color;
  const Sign = side === 'from' ? UserPlus : UserMinus;
  return (
    <span className="break-words">
      {end === null && <Sign size={12} aria-hidden className="mr-1 inline text-ink-faint" />}
      {typeof color === 'number' && (
        <>
          <ColorSwatch color={color} />{' '}
        </>
      )}
      {name}
    </span>
  );
}
