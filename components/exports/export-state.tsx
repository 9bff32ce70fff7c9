'use client';

import { Ban, CircleCheck, CircleDashed, CircleX, LoaderCircle, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { ExportState as State } from '@/lib/contracts/exports';

const looks: Record<State, { tone: Tone; icon: LucideIcon }> = {
  planned: { tone: 'neutral', icon: CircleDashed },
  writing: { tone: 'accent', icon: LoaderCircle },
  done: { tone: 'ok', icon: CircleCheck },
  failed: { tone: 'danger', icon: CircleX },
  cancelled: { tone: 'neutral', icon: Ban },
};

export function ExportState({ state }: { state: State }) {
  const t = useTranslations('exports.states');
  return <Badge {...looks[state]}>{t(state)}</Badge>;
}
