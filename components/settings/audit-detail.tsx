'use client';

import { useTranslations } from 'next-intl';

/** What an act was about: in a line when it is short, else on request. */
export function AuditDetail({ detail }: { detail: Record<string, unknown> }) {
  const t = useTranslations('settings.audit');
  const entries = Object.entries(detail);
  if (entries.length === 0) return <span className="text-ink-faint">–</span>;
  const line = entries.map(([name, value]) => `${name}: ${shown(value)}`).join(' · ');
  if (line.length <= 60) return <span className="text-sm">{line}</span>;
  return (
    <details className="max-w-md text-sm">
      <summary className="min-h-6 truncate">{t('showDetail', { count: entries.length })}</summary>
      <pre className="mt-1 max-h-60 overflow-auto rounded-md bg-sunken p-2 font-mono text-xs whitespace-pre-wrap break-all">
        {JSON.stringify(detail, null, 2)}
      </pre>
    </details>
  );
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
