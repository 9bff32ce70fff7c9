'use client';

import { Ban, CircleCheck, LoaderCircle, OctagonAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { RunState } from '@/lib/contracts/runs';

const looks: Record<RunState, { tone: Tone; icon: typeof Ban }> = {
  running: { tone: 'accent', icon: LoaderCircle },
  done: { tone: 'ok', icon: CircleCheck },
  failed: { tone: 'danger', icon: OctagonAlert },
  cancelled: { tone: 'neutral', icon: Ban },
};

export function RunStateText({ state }: { state: RunState }) {
  const t = useTranslations('definitions.runs.state');
  const { tone, icon } = looks[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(state)}
    </Badge>
  );
}
