'use client';

import { Slider as AriaSlider, SliderThumb, SliderTrack } from 'react-aria-components';

interface Props {
  /** Names the control for screen readers. */
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  /** Every value on the way, not only the last. */
  onChange: (value: number) => void;
  /** How a value is read out. */
  formatOptions?: Intl.NumberFormatOptions;
  isDisabled?: boolean;
}

/** A number on a line. Arrow keys step, Page Up and Page Down leap. */
export function Slider({ label, value, min, max, step, onChange, formatOptions, isDisabled }: Props) {
  const shown = Math.min(max, Math.max(min, value));
  return (
    <AriaSlider
      aria-label={label}
      value={shown}
      minValue={min}
      maxValue={max}
      step={step}
      onChange={(next) => onChange(typeof next === 'number' ? next : shown)}
      formatOptions={formatOptions}
      isDisabled={isDisabled}
      className="px-2"
    >
      <SliderTrack className="relative flex h-6 w-full items-center">
        {({ state }) => (
          <>
            <div className="h-1 w-full overflow-hidden rounded-full bg-sunken">
              <div className="h-full bg-accent" style={{ width: `${state.getThumbPercent(0) * 100}%` }} />
            </div>
            <SliderThumb className="top-1/2 size-4 rounded-full border border-accent bg-surface shadow-sm outline-offset-2 data-focus-visible:outline-2 data-focus-visible:outline-focus data-disabled:border-line data-dragging:bg-accent" />
          </>
        )}
      </SliderTrack>
    </AriaSlider>
  );
}
