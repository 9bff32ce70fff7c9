'use client';

import { useFormat } from '@/components/ui/use-format';
import { useWorkspace } from '@/components/ui/workspace-context';
import { parseAsOf } from '@/rules-engine/index';

/** How an as-of is written: its day where it is the end of one, as the as-of picker sets it, else the instant. */
export function useAsOfText(): (at: string) => string {
  const format = useFormat();
  const { timeZone } = useWorkspace();
  return (at) => {
    const day = format.date(at);
    return parseAsOf(day, timeZone) === new Date(at).getTime() ? day : format.instant(at);
  };
}
