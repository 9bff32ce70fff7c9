'use client';

import { ChevronDown, ListTree, Play, Redo2, Rocket, Undo2, Workflow } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { DefinitionMenu } from '@/components/definitions/definition-menu';
import { kindPlace } from '@/components/definitions/kind-place';
import { PublishDialog } from '@/components/definitions/publish/publish-dialog';
import { useStartRun } from '@/components/definitions/runs/use-runs';
import { StateBadge } from '@/components/definitions/state-badge';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { toast } from '@/components/ui/toast';
import { useText } from '@/components/ui/use-text';
import { useWorkspace } from '@/components/ui/workspace-context';
import { can } from '@/lib/contracts/people';
import { useEdits } from '../edits/use-edits';
import { useRule } from '../rule/rule-context';
import { useDraftState, useEditor, useView } from '../state/editor-context';
import { goToField } from '../state/view';
import { AsOfPicker } from './as-of-picker';
import { ConflictDialog } from './conflict-dialog';
import { NumbersLine } from './numbers-line';
import { SaveStatus } from './save-status';

/** Name and state, how far it is saved, the numbers with their as-of, undo and redo, as of, run, publish. */
export function EditorHeader() {
  const t = useTranslations('editor.header');
  const text = useText();
  const router = useRouter();
  const { me } = useWorkspace();
  const { definition, view, isEditable } = useEditor();
  const mode = useView((state) => state.mode);
  const save = useDraftState((state) => state.save);
  const [isConflictShown, setConflictShown] = useState(true);
  const name = text(definition.label);
  const isDirty = save.kind !== 'saved';
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-line border-b bg-surface px-3 py-1.5">
      <div className="flex min-w-0 flex-1 basis-72 flex-wrap items-center gap-x-3 gap-y-1">
        <DefinitionMenu
          definition={definition}
          onGone={() => router.push(kindPlace[definition.kind])}
          trigger={
            <AriaButton className="flex min-w-0 items-center gap-1 rounded-md px-1 font-semibold text-lg data-hovered:bg-hover">
              <span className="truncate">{name}</span>
              <ChevronDown size={16} aria-hidden className="shrink-0 text-ink-faint" />
            </AriaButton>
          }
        />
        <StateBadge
          state={isDirty && definition.state === 'published' ? 'changed' : definition.state}
          version={definition.publishedVersion}
        />
        <SaveStatus onConflict={() => setConflictShown(true)} />
        <NumbersLine />
      </div>
      <div className="flex flex-wrap items-center gap-1.5">
        {isEditable && <UndoRedo />}
        <IconButton
          icon={mode === 'canvas' ? ListTree : Workflow}
          label={t(mode === 'canvas' ? 'outline' : 'canvas')}
          onPress={() => view.setState({ mode: mode === 'canvas' ? 'outline' : 'canvas' })}
        />
        <AsOfPicker />
        {can(me.role, 'run') && definition.archivedAt === null && <RunButton />}
        {can(me.role, 'publish') && definition.archivedAt === null && <PublishButton />}
      </div>
      {save.kind === 'conflict' && isConflictShown && (
        <ConflictDialog theirs={save.theirs} onClose={() => setConflictShown(false)} />
      )}
    </header>
  );
}

function UndoRedo() {
  const t = useTranslations('editor.header');
  const { undo, redo } = useEdits();
  const canUndo = useDraftState((state) => state.journal.undo.length > 0);
  const canRedo = useDraftState((state) => state.journal.redo.length > 0);
  return (
    <span className="flex">
      <IconButton icon={Undo2} label={t('undo')} isDisabled={!canUndo} onPress={undo} />
      <IconButton icon={Redo2} label={t('redo')} isDisabled={!canRedo} onPress={redo} />
    </span>
  );
}

/** Runs what is published; what is drawn but not published isn't run. */
function RunButton() {
  const t = useTranslations('editor.header');
  const { definition, view } = useEditor();
  const asOf = useView((state) => state.asOf);
  const start = useStartRun(definition.id);
  return (
    <Button
      icon={Play}
      isDisabled={definition.publishedVersion === null}
      isPending={start.isPending}
      onPress={() =>
        start.mutate(
          { asOf: asOf ?? undefined },
          {
            onSuccess: () => {
              toast({ tone: 'ok', text: t('started', { version: definition.publishedVersion ?? 0 }) });
              view.setState({ drawer: 'runs' });
            },
          },
        )
      }
    >
      {t('run')}
    </Button>
  );
}

/** Saves what is unsaved, then shows what publishing changes. */
function PublishButton() {
  const t = useTranslations('editor.header');
  const { definition, draft, view } = useEditor();
  const { compiled } = useRule();
  const asOf = useView((state) => state.asOf);
  const [revision, setRevision] = useState<number | null>(null);
  const [isSaving, setSaving] = useState(false);
  const open = async () => {
    const hasErrors = compiled.diagnostics.some(({ severity }) => severity === 'error');
    if (hasErrors) {
      view.setState({ drawer: 'problems' });
      toast({ tone: 'danger', text: t('mendFirst') });
      return;
    }
    setSaving(true);
    const save = await draft.flush();
    setSaving(false);
    if (save.kind === 'saved') setRevision(draft.store.getState().server.revision);
    else toast({ tone: 'danger', text: t('saveFirst') });
  };
  return (
    <>
      <Button variant="primary" icon={Rocket} isPending={isSaving} onPress={() => void open()}>
        {t('publish')}
      </Button>
      {revision !== null && (
        <PublishDialog
          definition={definition}
          revision={revision}
          asOf={asOf}
          onClose={() => setRevision(null)}
          onPublished={({ run }) => {
            setRevision(null);
            if (run) view.setState({ drawer: 'runs' });
          }}
          onProblem={(node, param) => {
            setRevision(null);
            goToField(view, node, param);
          }}
        />
      )}
    </>
  );
}
