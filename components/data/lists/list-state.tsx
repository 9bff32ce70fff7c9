'use client';

import { CircleAlert, CircleCheck, LoaderCircle, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { List } from '@/lib/contracts/lists';

const looks: Record<List['state'], { tone: Tone; icon: LucideIcon }> = {
  matching: { tone: 'accent', icon: LoaderCircle },
  ready: { tone: 'ok', icon: CircleCheck },
  failed: { tone: 'warn', icon: CircleAlert },
  deleting: { tone: 'neutral', icon: LoaderCircle },
};

export function ListState({ state }: { state: List['state'] }) {
  const t = useTranslations('lists.states');
  return <Badge {...looks[state]}>{t(state)}</Badge>;
}
