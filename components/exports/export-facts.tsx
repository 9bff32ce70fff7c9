'use client';

import { useTranslations } from 'next-intl';
import { definitionPath } from '@/components/definitions/kind-place';
import { Badge } from '@/components/ui/badge';
import { CopyButton } from '@/components/ui/copy-button';
import { DefinitionList } from '@/components/ui/definition-list';
import { Instant } from '@/components/ui/instant';
import { Panel } from '@/components/ui/page';
import { TextLink } from '@/components/ui/text-link';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import { givesValues } from '@/lib/contracts/definition-kind';
import type { ExportEntry } from '@/lib/contracts/exports';
import { isUnderWay } from '@/lib/contracts/work';
import { ColumnBadges } from './column-badges';
import { useVersion } from './use-exports';
import { useValueName } from './use-value-name';

/** What was exported and what the file is: enough to tell years later whom a list of people holds, and why. */
export function ExportFacts({ of: entry }: { of: ExportEntry }) {
  return (
    <div className="grid gap-4 lg:grid-cols-[2fr_3fr]">
      <Audience of={entry} />
      <File of={entry} />
    </div>
  );
}

function Audience({ of: entry }: { of: ExportEntry }) {
  const t = useTranslations('exports.facts');
  const text = useText();
  const valueName = useValueName(entry.definition);
  const { data } = useVersion(entry.definition, entry.version);
  return (
    <Panel title={t('audience')}>
      <DefinitionList
        items={[
          {
            key: 'definition',
            term: t('definition'),
            value: (
              <>
                <TextLink href={definitionPath(entry.kind, entry.definition)}>{text(entry.label)}</TextLink> v
                {entry.version}
              </>
            ),
          },
          { key: 'sentence', term: t('sentence'), value: data ? text(data.version.sentence) : '–' },
          { key: 'asOf', term: t('asOf'), value: <Instant at={entry.asOf} exact seconds /> },
          ...(givesValues(entry.kind)
            ? [
                {
                  key: 'values',
                  term: t('values'),
                  value: entry.values ? entry.values.map(valueName).join(t('and')) : t('allValues'),
                },
              ]
            : []),
          {
            key: 'consent',
            term: t('consent'),
            value: entry.consent
              ? t('consentFor', { channel: entry.consent.channel, purpose: entry.consent.purpose })
              : t('anyConsent'),
          },
        ]}
      />
    </Panel>
  );
}

function File({ of: entry }: { of: ExportEntry }) {
  const t = useTranslations('exports.facts');
  const f = useTranslations('exports.formats');
  const format = useFormat();
  return (
    <Panel title={t('file')}>
      <DefinitionList
        items={[
          {
            key: 'name',
            term: t('name'),
            value: (
              <span className="break-all">
                {entry.fileName ?? (isUnderWay(entry.state) ? '–' : t('noFile'))}
              </span>
            ),
          },
          {
            key: 'format',
            term: t('format'),
            value: `${f(entry.format)}${entry.bytes > 0 ? ` · ${format.bytes(entry.bytes)}` : ''}`,
          },
          {
            key: 'columns',
            term: t('columns', { count: entry.columns.length }),
            value: <ColumnBadges columns={entry.columns} masked={entry.masked} />,
          },
          {
            key: 'personal',
            term: t('personal'),
            value: entry.masked ? t('masked') : <Badge tone="warn">{t('open')}</Badge>,
          },
          {
            key: 'sha256',
            term: 'SHA-256',
            value: entry.sha256 ? (
              <span className="flex flex-wrap items-center gap-2">
                <code className="font-mono text-xs break-all">{entry.sha256}</code>
                <CopyButton text={entry.sha256} />
              </span>
            ) : (
              '–'
            ),
          },
          { key: 'created', term: t('created'), value: <Instant at={entry.createdAt} exact seconds /> },
          { key: 'finished', term: t('finished'), value: <Finished of={entry} /> },
        ]}
      />
    </Panel>
  );
}

function Finished({ of: { createdAt, finishedAt } }: { of: ExportEntry }) {
  const t = useTranslations('exports.facts');
  const format = useFormat();
  if (!finishedAt) return '–';
  const took = format.duration(Date.parse(finishedAt) - Date.parse(createdAt));
  return (
    <>
      <Instant at={finishedAt} exact seconds /> · {t('took', { duration: took })}
    </>
  );
}
