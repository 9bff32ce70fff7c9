'use client';

import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleX,
  LoaderCircle,
  type LucideIcon,
  OctagonX,
} from 'lucide-react';
import { Badge, type Tone } from '@/components/ui/badge';
import { useText } from '@/components/ui/use-text';
import { type JobDto, jobStateText } from '@/lib/contracts/jobs';

const looks: Record<JobDto['state'], { tone: Tone; icon: LucideIcon }> = {
  queued: { tone: 'neutral', icon: CircleDashed },
  running: { tone: 'accent', icon: LoaderCircle },
  done: { tone: 'ok', icon: CircleCheck },
  failed: { tone: 'danger', icon: CircleX },
  cancelled: { tone: 'neutral', icon: Ban },
  dead: { tone: 'danger', icon: OctagonX },
};

export function JobState({ state }: { state: JobDto['state'] }) {
  const text = useText();
  return <Badge {...looks[state]}>{text(jobStateText[state])}</Badge>;
}
