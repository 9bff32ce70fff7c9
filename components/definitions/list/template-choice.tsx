'use client';

import { useTranslations } from 'next-intl';
import { Radio, RadioGroup } from 'react-aria-components';
import { Loaded } from '@/components/data-client/loaded';
import { classNames } from '@/components/ui/class-names';
import { Skeleton } from '@/components/ui/skeleton';
import { useText } from '@/components/ui/use-text';
import type { DefinitionKind } from '@/lib/contracts/definition-kind';
import { useTemplates } from '../use-definitions';

interface Props {
  kind: DefinitionKind;
  selected: string | null;
  /** A template's id; null: blank. */
  onSelect: (template: string | null) => void;
}

const blank = 'blank';

/** Where a new definition begins: an empty drawing, or one that operators use. */
export function TemplateChoice({ kind, selected, onSelect }: Props) {
  const t = useTranslations('definitions.templates');
  const text = useText();
  const query = useTemplates(kind);
  return (
    <Loaded query={query} skeleton={<Skeleton className="h-28 w-full" />}>
      {({ templates }) => (
        <RadioGroup
          aria-label={t('label')}
          value={selected ?? blank}
          onChange={(id) => onSelect(id === blank ? null : id)}
        >
          <div className="grid max-h-72 gap-2 overflow-auto p-px sm:grid-cols-2">
            <Choice id={blank} title={t('blank')} text={t('blankText')} />
            {templates.map(({ id, label, about, missing }) => (
              <Choice
                key={id}
                id={id}
                title={text(label)}
                text={text(about)}
                note={missing.length > 0 ? t('missing', { fields: missing.join(', ') }) : undefined}
              />
            ))}
          </div>
        </RadioGroup>
      )}
    </Loaded>
  );
}

function Choice({ id, title, text, note }: { id: string; title: string; text: string; note?: string }) {
  return (
    <Radio
      value={id}
      className={({ isSelected }) =>
        classNames(
          'rounded-md border p-2.5',
          isSelected ? 'border-accent bg-accent-soft' : 'border-line data-hovered:bg-hover',
        )
      }
    >
      <span className="block font-medium">{title}</span>
      <span className="block text-ink-soft text-sm">{text}</span>
      {note && <span className="mt-1 block text-sm text-warn-ink">{note}</span>}
    </Radio>
  );
}
