'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { Page, Panel } from '@/components/ui/page';
import { useText } from '@/components/ui/use-text';
import type { LocalText } from '@/lib/contracts/local-text';
import { MethodBadge } from './method-badge';
import { ShapeTable, type ShownPart } from './shape-table';

interface ShownShape {
  type: string;
  notes: readonly string[];
  parts: readonly ShownPart[];
}

export interface ShownOperation {
  method: string;
  path: string;
  is: LocalText;
  access: LocalText;
  parameters: readonly ShownPart[];
  body: ShownShape | string | null;
  answers: readonly { status: number; body: ShownShape | readonly string[] | null }[];
  problems: readonly { code: string; status: number; text: LocalText }[];
  example: string;
}

/** All that is agreed about one operation. */
export function ApiOperation({ operation }: { operation: ShownOperation }) {
  const t = useTranslations('help.api');
  const text = useText();
  const { method, path, is, access, parameters, body, answers, problems, example } = operation;
  return (
    <Page
      narrow
      title={
        <span className="flex flex-wrap items-center gap-2">
          <MethodBadge method={method} />
          <span className="min-w-0 break-all font-mono">{path}</span>
        </span>
      }
      subtitle={text(is)}
    >
      <Panel title={t('access')}>{text(access)}</Panel>
      <Panel title={t('example')} actions={<CopyButton text={example} />}>
        <pre className="whitespace-pre-wrap break-all font-mono text-sm">{example}</pre>
      </Panel>
      {parameters.length > 0 && (
        <Panel title={t('parameters')}>
          <ShapeTable parts={parameters} />
        </Panel>
      )}
      {body !== null && (
        <Panel title={t('body')}>
          {typeof body === 'string' ? <code>{body}</code> : <Shape shape={body} />}
        </Panel>
      )}
      {answers.map(({ status, body }) => (
        <Panel key={status} title={t('answer', { status })}>
          <Answer body={body} nothing={t('nothing')} />
        </Panel>
      ))}
      <Panel title={t('problems')} flush>
        <ul className="divide-y divide-line">
          {problems.map(({ code, status, text: sentence }) => (
            <li key={code} className="flex flex-col gap-0.5 px-4 py-2">
              <span className="flex flex-wrap items-baseline gap-2">
                <span className="tabular-nums">{status}</span>
                <code className="font-medium">{code}</code>
              </span>
              <span className="text-ink-soft">{text(sentence)}</span>
            </li>
          ))}
        </ul>
      </Panel>
    </Page>
  );
}

function Answer({ body, nothing }: { body: ShownOperation['answers'][number]['body']; nothing: ReactNode }) {
  if (body === null) return nothing;
  if (!('parts' in body))
    return body.map((type) => (
      <code key={type} className="block">
        {type}
      </code>
    ));
  return <Shape shape={body} />;
}

function Shape({ shape }: { shape: ShownShape }) {
  return (
    <div className="flex flex-col gap-1">
      {(shape.type !== 'object' || shape.parts.length === 0) && (
        <code className="break-all text-ink-soft text-sm">{[shape.type, ...shape.notes].join(' ')}</code>
      )}
      <ShapeTable parts={shape.parts} />
    </div>
  );
}
