'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { definitionPath } from '@/components/definitions/kind-place';
import { LinkButton } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Panel } from '@/components/ui/page';
import { useText } from '@/components/ui/use-text';
import { useWorkspace } from '@/components/ui/workspace-context';
import type { DefinitionSummary } from '@/lib/contracts/definitions';
import { can, roleFor, roleText } from '@/lib/contracts/people';

import { useReadyTemplates } from './use-home';

interface Props {
  definitions: readonly DefinitionSummary[];
  /** Null while it isn't known. */
  hasMembers: boolean | null;
}

/** Until a first rule was published and run. */
export function isFirstRun(definitions: readonly DefinitionSummary[]): boolean {
  return !definitions.some(({ publishedVersion, size }) => publishedVersion !== null && size !== null);
}

interface Step {
  id: 'data' | 'draft' | 'publish' | 'run';
  isDone: boolean;
  action?: ReactNode;
}

/** From data to a first published tag, step by step: each says what it is for and leads there. */
export function FirstSteps({ definitions, hasMembers }: Props) {
  const t = useTranslations('home.first');
  const text = useText();
  const { me } = useWorkspace();
  const { data: templates = [] } = useReadyTemplates(definitions.length === 0);
  const draft = definitions.find(({ publishedVersion }) => publishedVersion === null) ?? definitions[0];
  const published = definitions.find(({ publishedVersion }) => publishedVersion !== null);
  const publisher = text(roleText[roleFor.publish]);
  const steps: Step[] = [
    {
      id: 'data',
      isDone: hasMembers === true,
      action: can(me.role, 'import') && <LinkButton href="/data/imports/new">{t('import')}</LinkButton>,
    },
    {
      id: 'draft',
      isDone: definitions.length > 0,
      action: can(me.role, 'edit') && (
        <>
          {templates.slice(0, 3).map(({ id, label }) => (
            <LinkButton key={id} href={`/tags?new=${encodeURIComponent(id)}`}>
              {text(label)}
            </LinkButton>
          ))}
          <LinkButton variant={templates.length === 0 ? 'secondary' : 'quiet'} href="/tags?new">
            {t('blank')}
          </LinkButton>
        </>
      ),
    },
    {
      id: 'publish',
      isDone: published !== undefined,
      action: draft && (
        <LinkButton href={definitionPath(draft.kind, draft.id)}>
          {t('open', { name: text(draft.label) })}
        </LinkButton>
      ),
    },
    {
      id: 'run',
      isDone: false,
      action: published && (
        <LinkButton href={definitionPath(published.kind, published.id)}>
          {t('open', { name: text(published.label) })}
        </LinkButton>
      ),
    },
  ];
  const current = steps.find(({ isDone }) => !isDone)?.id;
  return (
    <Panel title={t('title')}>
      <ol className="flex flex-col gap-4">
        {steps.map(({ id, isDone, action }, index) => (
          <li key={id} aria-current={id === current ? 'step' : undefined} className="flex gap-3">
            <span
              className={classNames(
                'tabular flex size-6 shrink-0 items-center justify-center rounded-full text-sm',
                isDone
                  ? 'bg-ok-soft text-ok-ink'
                  : id === current
                    ? 'bg-accent text-on-accent'
                    : 'bg-sunken text-ink-soft',
              )}
            >
              {isDone ? <Check size={14} aria-label={t('done')} /> : index + 1}
            </span>
            <div className="min-w-0">
              <p className={classNames('font-medium', isDone && 'text-ink-soft')}>{t(`${id}.title`)}</p>
              {!isDone && <p className="text-ink-soft">{t(`${id}.text`, { role: publisher })}</p>}
              {id === current && action && <div className="mt-2 flex flex-wrap gap-2">{action}</div>}
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
