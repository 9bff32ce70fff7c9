'use client';

import { useTranslations } from 'next-intl';
import { useErrorText } from '@/components/data-client/use-error-text';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { toast } from '@/components/ui/toast';
import { useText } from '@/components/ui/use-text';
import type { Usage } from '@/lib/contracts/catalogue';
import type { DefinitionSummary } from '@/lib/contracts/definitions';
import { definitionPath } from '../kind-place';
import { useArchive, useDelete, useRestore, useUsage } from '../use-definitions';

interface Props {
  definition: DefinitionSummary;
  /** `archive` puts it into the recycle bin, `delete` takes it out of there for good. */
  act: 'archive' | 'delete';
  onClose: () => void;
  onDone?: () => void;
}

/** Asks before a definition goes, and says what uses it: then it can't. */
export function GoneDialog({ definition, act, onClose, onDone }: Props) {
  const t = useTranslations('definitions.dialogs');
  const text = useText();
  const errorText = useErrorText();
  const name = text(definition.label);
  const usage = useUsage(definition.id, true);
  const archive = useArchive();
  const remove = useDelete();
  const restore = useRestore();
  const used = usage.data?.usage ?? [];
  const error = archive.error ?? remove.error ?? usage.error;
  const done = () => {
    onClose();
    onDone?.();
  };
  const confirm = () => {
    if (act === 'delete') {
      remove.mutate(definition.id, {
        onSuccess: () => {
          toast({ tone: 'ok', text: t('deleted', { name }) });
          done();
        },
      });
    } else {
      archive.mutate(definition.id, {
        onSuccess: () => {
          toast({ tone: 'ok', text: t('archived', { name }), undo: () => restore.mutate(definition.id) });
          done();
        },
      });
    }
  };
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t(act === 'delete' ? 'deleteTitle' : 'archiveTitle', { name })}
      verb={t(act === 'delete' ? 'deleteVerb' : 'archiveVerb')}
      dependents={used.map((one) => <UsedBy key={`${one.kind} ${one.id}`} usage={one} />)}
      isPending={archive.isPending || remove.isPending}
      isDisabled={usage.isPending || used.length > 0}
      onConfirm={confirm}
    >
      <p>{used.length > 0 ? t('inUse') : t(act === 'delete' ? 'deleteText' : 'archiveText')}</p>
      {error && (
        <div className="mt-3">
          <Notice tone="danger" live>
            {errorText(error)}
          </Notice>
        </div>
      )}
    </ConfirmDialog>
  );
}

function UsedBy({ usage }: { usage: Usage }) {
  const t = useTranslations('definitions.usage');
  const text = useText();
  const pages = { metric: '/data/metrics', pointRule: '/data/points' };
  const place =
    usage.kind === 'metric' || usage.kind === 'pointRule'
      ? pages[usage.kind]
      : definitionPath(usage.kind, usage.id);
  return (
    <>
      <TextLink href={place}>{text(usage.label)}</TextLink> · {t(usage.kind)} · {t(usage.state)}
    </>
  );
}
