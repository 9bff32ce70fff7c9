'use client';

import { useSyncExternalStore } from 'react';
import { useFormat } from './use-format';

const tickMs = 20_000;

// One clock for all relative times of the page. The server has no "now" of the reader's: it writes the exact time.
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = 0;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, tickMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

function currentNow(): number {
  if (now === 0 || timer === undefined) now = Math.floor(Date.now() / 1000) * 1000;
  return now;
}

/** Between two ticks the clock is behind: what happened since then was not in the future. */
function settled(at: number, clock: number): number {
  return at > clock && at - clock < tickMs ? at : clock;
}

interface Props {
  at: string | null | undefined;
  /** The exact time instead of `3 分钟前`. */
  exact?: boolean;
  seconds?: boolean;
}

/** An instant in the workspace's zone: relative, the exact one on hover. */
export function Instant({ at, exact, seconds }: Props) {
  const format = useFormat();
  const clock = useSyncExternalStore(subscribe, currentNow, () => 0);
  if (!at) return <span className="text-ink-faint">–</span>;
  const text = format.instant(at, { seconds });
  if (exact || clock === 0) {
    return (
      <time dateTime={at} className="tabular whitespace-nowrap">
        {text}
      </time>
    );
  }
  return (
    <time dateTime={at} title={format.instant(at, { seconds: true })} className="whitespace-nowrap">
      {format.relative(at, settled(new Date(at).getTime(), clock))}
    </time>
  );
}
