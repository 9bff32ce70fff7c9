'use client';

import { Info, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from 'react-aria-components';
import { useText } from '@/components/ui/use-text';
import type { FindingDto } from '@/lib/contracts/lint';

/** What the author of a rule should know: each leads to its node. */
export function FindingList({
  findings,
  onNode,
}: {
  findings: readonly FindingDto[];
  onNode: (node: string) => void;
}) {
  const t = useTranslations('definitions.findings');
  const text = useText();
  return (
    <ul aria-label={t('label')} className="divide-y divide-line">
      {findings.map(({ kind, severity, node, other, message }) => {
        const Icon = severity === 'warning' ? TriangleAlert : Info;
        return (
          <li key={`${kind} ${node} ${other}`}>
            <Button
              onPress={() => onNode(node)}
              className="flex min-h-9 w-full items-center gap-2 px-3 py-1 text-left -outline-offset-2! data-hovered:bg-hover"
            >
              <Icon
                size={16}
                aria-label={t(severity)}
                className={severity === 'warning' ? 'shrink-0 text-warn-ink' : 'shrink-0 text-ink-faint'}
              />
              <span className="shrink-0 text-ink-faint text-sm">{t(`kinds.${kind}`)}</span>
              <span className="min-w-0 break-words">{text(message)}</span>
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
