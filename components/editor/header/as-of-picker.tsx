'use client';

import { CalendarClock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button as AriaButton, Dialog, DialogTrigger } from 'react-aria-components';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { classNames } from '@/components/ui/class-names';
import { DatePicker } from '@/components/ui/date-picker';
import { Popover } from '@/components/ui/popover';
import { useFormat } from '@/components/ui/use-format';
import { useWorkspace } from '@/components/ui/workspace-context';
import { addMonths, civilFromDay, dayFromCivil, formatDay, localDay } from '@/rules-engine/index';
import { useCounts } from '../rule/counts-context';
import { useEditor, useView } from '../state/editor-context';

/** The instant that relative dates are measured from: now, or the end of a day of the workspace's zone. */
export function AsOfPicker() {
  const t = useTranslations('editor.asOf');
  const format = useFormat();
  const { timeZone } = useWorkspace();
  const { view } = useEditor();
  const asOf = useView((state) => state.asOf);
  const { recount } = useCounts();
  const day = asOf === null ? null : asOf.slice(0, 10);
  const shown = asOf === null ? t('now') : /T/.test(asOf) ? format.instant(asOf) : asOf;
  const set = (next: string | null) => view.setState({ asOf: next });
  const today = localDay(Date.now(), timeZone);
  const { year, month } = civilFromDay(today);
  const choices = [
    { id: 'yesterday', day: formatDay(today - 1) },
    { id: 'lastMonth', day: formatDay(dayFromCivil({ year, month, day: 1 }) - 1) },
    { id: 'yearAgo', day: formatDay(addMonths(today, -12)) },
  ] as const;
  return (
    <DialogTrigger>
      <AriaButton
        className={classNames(
          buttonStyle('secondary', 'm'),
          asOf !== null && 'border-accent! text-accent-ink!',
        )}
        aria-label={t('label', { at: shown })}
      >
        <CalendarClock size={16} aria-hidden />
        <span className="tabular">{shown}</span>
      </AriaButton>
      <Popover placement="bottom end" className="w-72">
        <Dialog aria-label={t('title')} className="flex flex-col gap-3 p-3 outline-none">
          {({ close }) => (
            <>
              <DatePicker
                label={t('title')}
                help={t('help', { zone: timeZone })}
                value={day}
                onChange={set}
              />
              <div className="flex flex-wrap gap-1">
                {choices.map((choice) => (
                  <Button
                    key={choice.id}
                    size="s"
                    onPress={() => {
                      set(choice.day);
                      close();
                    }}
                  >
                    {t(choice.id)}
                  </Button>
                ))}
              </div>
              <Button
                onPress={() => {
                  if (asOf === null) recount();
                  else set(null);
                  close();
                }}
              >
                {t(asOf === null ? 'recount' : 'backToNow')}
              </Button>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
