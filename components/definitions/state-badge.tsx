'use client';

import { CircleCheck, CircleDashed, CircleDot } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { DefinitionState } from '@/lib/contracts/definitions';

const looks: Record<DefinitionState, { tone: Tone; icon: typeof CircleDot }> = {
  draft: { tone: 'neutral', icon: CircleDashed },
  published: { tone: 'ok', icon: CircleCheck },
  changed: { tone: 'warn', icon: CircleDot },
};

/** Whether a definition is published, and whether its draft says something else. */
export function StateBadge({ state, version }: { state: DefinitionState; version: number | null }) {
  const t = useTranslations('definitions.state');
  const { tone, icon } = looks[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(state, { version: version ?? 0 })}
    </Badge>
  );
}
