'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { useFormat } from '@/components/ui/use-format';
import type { CutpointSet } from '@/lib/contracts/cutpoints';
import { useRule } from '../rule/rule-context';
import { useEditor, useGraph } from '../state/editor-context';
import { CutChanges } from './cut-changes';
import { proposal } from './proposal';
import { WhoMoves } from './who-moves';

/** A set of cutpoints against the drawing: what would change, who would move, and whether to take it. */
export function ReviewDialog({ set, onClose }: { set: CutpointSet; onClose: () => void }) {
  const t = useTranslations('layers.cutpoints');
  const c = useTranslations('common');
  const format = useFormat();
  const { draft, isEditable } = useEditor();
  const { compiled, environment } = useRule();
  const graph = useGraph();
  const { cuts, after, commands } = useMemo(
    () => proposal(graph, set, environment),
    [graph, set, environment],
  );
  const compared = useMemo(() => ({ before: graph, after, asOf: set.asOf }), [graph, after, set.asOf]);
  const use = () => {
    draft.perform(commands);
    draft.seal();
    toast({ tone: 'ok', text: t('used', { number: set.number }) });
    onClose();
  };
  const isNew = commands.length > 0;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="l"
      title={t('set', { number: set.number })}
      footer={
        isNew && isEditable ? (
          <>
            <Button onPress={onClose}>{t('keep')}</Button>
            <Button variant="primary" onPress={use}>
              {t('use')}
            </Button>
          </>
        ) : (
          <Button onPress={onClose}>{c('close')}</Button>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-ink-soft">{t('computedBy', { asOf: format.instant(set.asOf), by: set.by })}</p>
        {cuts.length === 0 ? <Notice tone="warn">{t('notAsked')}</Notice> : <CutChanges cuts={cuts} />}
        {isNew &&
          (compiled.executable ? (
            <WhoMoves compared={compared} />
          ) : (
            <Notice tone="info">{t('notExecutable')}</Notice>
          ))}
      </div>
    </Dialog>
  );
}
