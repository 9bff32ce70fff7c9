'use client';

import { Copy, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useEdits } from '../edits/use-edits';
import { useEditor } from '../state/editor-context';

export function SeveralSelected({ count }: { count: number }) {
  const t = useTranslations('editor.inspector');
  const edits = useEdits();
  const { isEditable } = useEditor();
  return (
    <section aria-label={t('label')} className="flex flex-col gap-3 p-3">
      <p>{t('selected', { count })}</p>
      {isEditable && (
        <div className="flex gap-2">
          <Button
            size="s"
            icon={Copy}
            onPress={() => {
              const copied = edits.copy();
              if (copied) edits.paste(copied, null);
            }}
          >
            {t('duplicate')}
          </Button>
          <Button size="s" icon={Trash2} onPress={() => edits.removeSelected()}>
            {t('remove')}
          </Button>
        </div>
      )}
    </section>
  );
}
