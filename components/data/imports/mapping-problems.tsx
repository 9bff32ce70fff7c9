'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useText } from '@/components/ui/use-text';
import type { MappingFix, MappingProblem } from '@/lib/contracts/imports';

interface Props {
  problems: readonly MappingProblem[];
  onFix: (fix: MappingFix) => void;
}

/** What keeps an import from starting, with the ways out that one click takes. */
export function MappingProblems({ problems, onFix }: Props) {
  const t = useTranslations('imports.fixes');
  const text = useText();
  if (problems.length === 0) return null;
  return (
    <div className="flex flex-col gap-2 p-4 pb-0">
      {problems.map(({ column, message, fixes }) => (
        <Notice key={`${column} ${message.en}`} tone="danger">
          <p className="break-words first-letter:uppercase">{t('sentence', { problem: text(message) })}</p>
          {fixes.length > 0 && (
            <div className="mt-2 flex flex-wrap gap-2">
              {fixes.map((fix) => (
                <Button key={fix.do} size="s" onPress={() => onFix(fix)}>
                  {fix.do === 'path' ? t('path', { path: fix.path }) : t('eventType', { type: fix.type })}
                </Button>
              ))}
            </div>
          )}
        </Notice>
      ))}
    </div>
  );
}
