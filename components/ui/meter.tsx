'use client';

import { Meter as AriaMeter } from 'react-aria-components';

/** A share of 1 as a thin bar; the figure stands beside it. */
export function Meter({ label, value }: { label: string; value: number }) {
  return (
    <AriaMeter aria-label={label} value={value} minValue={0} maxValue={1} className="w-20 shrink-0">
      <div className="h-1.5 overflow-hidden rounded-full bg-sunken">
        <div
          className="h-full rounded-full bg-accent"
          style={{ width: `${Math.min(1, Math.max(0, value)) * 100}%` }}
        />
      </div>
    </AriaMeter>
  );
}
