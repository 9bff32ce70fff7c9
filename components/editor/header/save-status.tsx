'use client';

import { Check, CloudOff, LoaderCircle, OctagonAlert, PencilLine, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Instant } from '@/components/ui/instant';
import { useHasUnfinished } from '@/components/ui/unfinished-inputs';
import { useText } from '@/components/ui/use-text';
import { useDraftState, useEditor } from '../state/editor-context';

/**
 * How far the drawing is saved. A conflict and a refusal lead to what can be done; while a field shows something that is no
 * value, not all that is seen is saved, and it isn't said.
 */
export function SaveStatus({ onConflict }: { onConflict: () => void }) {
  const t = useTranslations('editor.save');
  const text = useText();
  const { draft, isEditable } = useEditor();
  const save = useDraftState((state) => state.save);
  const isKept = useDraftState((state) => state.isKept);
  const hasUnfinished = useHasUnfinished();
  if (!isEditable) return <span className="text-ink-faint text-sm">{t('readOnly')}</span>;
  const shown = {
    unfinished: () => (
      <span className="flex items-center gap-1 text-warn-ink">
        <PencilLine size={14} aria-hidden />
        {t('unfinished')}
      </span>
    ),
    saved: () =>
      save.kind === 'saved' && (
        <>
          <Check size={14} aria-hidden className="text-ok-ink" />
          {t('saved')} <Instant at={save.at} />
        </>
      ),
    waiting: () => t('waiting'),
    saving: () => (
      <>
        <LoaderCircle size={14} aria-hidden className="animate-spin" />
        {t('saving')}
      </>
    ),
    offline: () => (
      <span className="flex items-center gap-1 text-warn-ink">
        <CloudOff size={14} aria-hidden />
        {t(isKept ? 'offline' : 'offlineNotKept')}
      </span>
    ),
    conflict: () => (
      <Button size="s" variant="danger" icon={TriangleAlert} onPress={onConflict}>
        {t('conflict')}
      </Button>
    ),
    refused: () =>
      save.kind === 'refused' && (
        <span className="flex items-center gap-1.5 text-danger-ink">
          <OctagonAlert size={14} aria-hidden className="shrink-0" />
          <span className="max-w-64 truncate" title={text(save.text)}>
            {t('refused', { why: text(save.text) })}
          </span>
          <Button size="s" onPress={() => void draft.flush()}>
            {t('again')}
          </Button>
        </span>
      ),
  };
  const state = hasUnfinished && save.kind === 'saved' ? 'unfinished' : save.kind;
  return (
    <span
      role="status"
      data-save={state}
      className="flex min-h-6 items-center gap-1.5 whitespace-nowrap text-ink-soft text-sm"
    >
      {shown[state]()}
    </span>
  );
}
