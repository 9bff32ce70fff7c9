'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';

export const wizardSteps = ['upload', 'columns', 'check'] as const;
export type WizardStep = (typeof wizardSteps)[number];

/** Where in the wizard the person is. */
export function WizardSteps({ current }: { current: WizardStep }) {
  const t = useTranslations('imports.steps');
  const at = wizardSteps.indexOf(current);
  return (
    <ol className="flex flex-wrap gap-x-6 gap-y-2">
      {wizardSteps.map((step, index) => (
        <li
          key={step}
          aria-current={step === current ? 'step' : undefined}
          className={classNames(
            'flex items-center gap-2',
            step === current ? 'font-medium' : 'text-ink-soft',
          )}
        >
          <span
            className={classNames(
              'tabular flex size-6 items-center justify-center rounded-full text-sm',
              index <= at ? 'bg-accent text-on-accent' : 'bg-sunken',
            )}
          >
            {index < at ? <Check size={14} aria-hidden /> : index + 1}
          </span>
          {t(step)}
        </li>
      ))}
    </ol>
  );
}
