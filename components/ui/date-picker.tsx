'use client';

import { type CalendarDate, parseDate } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ComponentProps, useState } from 'react';
import {
  DatePicker as AriaDatePicker,
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DateSegment,
  Dialog,
  Group,
  Heading,
} from 'react-aria-components';
import { classNames } from './class-names';
import { FieldBody, type FieldTexts, inputFrame } from './field';
import { IconButton } from './icon-button';
import { Popover } from './popover';
import { UnfinishedInputs, useHasUnfinished, useTellUnfinished } from './unfinished-inputs';

export interface DatePickerProps extends FieldTexts {
  /** `YYYY-MM-DD`; null: none. */
  value: string | null;
  onChange: (value: string | null) => void;
  min?: string;
  max?: string;
  /** Offers a button that empties it. */
  clearable?: boolean;
  'aria-label'?: string;
  isDisabled?: boolean;
  className?: string;
}

function day(value: string | undefined | null): CalendarDate | null {
  return value && /^\d{4}-\d{2}-\d{2}$/.test(value) ? parseDate(value) : null;
}

/** A year being typed is 1, 19 and 199 before it is 1998: with fewer digits than this it isn't told yet. */
const firstYear = 1000;

/** A day, typed or picked; it counts as soon as it is whole. Which instant it begins at is decided by the workspace's zone, elsewhere. */
export function DatePicker(props: DatePickerProps) {
  return (
    <UnfinishedInputs>
      <DayField {...props} />
    </UnfinishedInputs>
  );
}

function DayField({
  value,
  onChange,
  min,
  max,
  clearable,
  label,
  help,
  error,
  isRequired,
  className,
  ...props
}: DatePickerProps) {
  const t = useTranslations('ui');
  /** What stands there while it isn't a day that is meant yet. */
  const [unfinished, setUnfinished] = useState<CalendarDate | null>(null);
  useTellUnfinished(unfinished !== null);
  const hasUnfinished = useHasUnfinished();
  const problem = error || (hasUnfinished && t('unfinished'));
  const shown = unfinished ?? day(value);
  return (
    <AriaDatePicker<CalendarDate>
      {...props}
      isRequired={isRequired}
      validationBehavior="aria"
      isInvalid={Boolean(problem)}
      value={shown}
      onChange={(next) => {
        const isMeant = next === null || next.year >= firstYear;
        setUnfinished(isMeant ? null : next);
        if (isMeant) onChange(next ? next.toString() : null);
      }}
      onBlur={() => setUnfinished(null)}
      minValue={day(min)}
      maxValue={day(max)}
      shouldForceLeadingZeros
      className={classNames('min-w-0', className)}
    >
      <FieldBody label={label} help={help} error={problem} isRequired={isRequired}>
        <Group className={classNames(inputFrame, 'flex h-8 items-center pl-2.5')}>
          <DateInput className="tabular flex flex-1 whitespace-nowrap">
            {(segment) => <Part segment={segment} shown={shown} />}
          </DateInput>
          {clearable && value && (
            <IconButton slot={null} size="s" icon={X} label={t('clearDate')} onPress={() => onChange(null)} />
          )}
          <Button
            aria-label={t('calendar')}
            className="flex size-7 items-center justify-center rounded-md text-ink-faint data-hovered:bg-hover"
          >
            <CalendarDays size={14} aria-hidden />
          </Button>
        </Group>
      </FieldBody>
      <Popover>
        <Dialog className="p-2 outline-none">
          <Month />
        </Dialog>
      </Popover>
    </AriaDatePicker>
  );
}

interface PartProps {
  segment: ComponentProps<typeof DateSegment>['segment'];
  shown: CalendarDate | null;
}

/** Year, month or day. One that the day as a whole doesn't have yet is unfinished: half a date, a 30 February. */
function Part({ segment, shown }: PartProps) {
  const { type, isPlaceholder, value } = segment;
  const isPart = type === 'year' || type === 'month' || type === 'day';
  useTellUnfinished(
    isPart &&
      (isPlaceholder ? shown !== null : shown === null || (value !== undefined && value !== shown[type])),
  );
  return (
    <DateSegment
      segment={segment}
      className="rounded-sm px-px outline-none data-focused:bg-accent data-placeholder:text-ink-faint data-focused:text-on-accent"
    />
  );
}

const arrow =
  'flex size-7 items-center justify-center rounded-md data-hovered:bg-hover data-disabled:opacity-40';

function Month() {
  const t = useTranslations('ui');
  return (
    <Calendar>
      <header className="flex items-center justify-between pb-1">
        <Button slot="previous" aria-label={t('previousMonth')} className={arrow}>
          <ChevronLeft size={16} aria-hidden />
        </Button>
        <Heading className="font-medium" />
        <Button slot="next" aria-label={t('nextMonth')} className={arrow}>
          <ChevronRight size={16} aria-hidden />
        </Button>
      </header>
      <CalendarGrid>
        {(date) => (
          <CalendarCell
            date={date}
            className="tabular flex size-8 items-center justify-center rounded-md data-selected:bg-accent data-hovered:bg-hover data-outside-month:text-ink-faint data-selected:text-on-accent data-disabled:opacity-40"
          />
        )}
      </CalendarGrid>
    </Calendar>
  );
}
