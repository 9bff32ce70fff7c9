'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useText } from '@/components/ui/use-text';
import type { MovedValue } from '@/lib/contracts/movement';
import type { Cell, End } from './flows';

interface EndNames {
  /** A layer's name; of nothing, what that means on this side. */
  end: (side: 'from' | 'to', end: End) => string;
  /** `重要价值 → 重要保持`; of a whole row or column, who is in it. */
  cell: (cell: Cell) => string;
}

/** How the ends of flows are called. */
export function useEndName(values: readonly MovedValue[]): EndNames {
  const t = useTranslations('layers.movement');
  const text = useText();
  return useMemo(() => {
    const end: EndNames['end'] = (side, which) => {
      if (which === null) return t(side === 'from' ? 'new' : 'gone');
      const value = values.find((one) => one.value === which);
      return value ? text(value.label) : which;
    };
    const cell: EndNames['cell'] = ({ from, to }) => {
      if (from === undefined) return to ? t('into', { name: end('to', to) }) : t('allGone');
      if (to === undefined) return from ? t('outOf', { name: end('from', from) }) : t('allNew');
      if (from === to && from !== null) return t('stayedIn', { name: end('to', from) });
      return `${end('from', from)} → ${end('to', to)}`;
    };
    return { end, cell };
  }, [values, t, text]);
}
