'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { api } from '@/components/data-client/api';
import { Loaded } from '@/components/data-client/loaded';
import { useErrorText } from '@/components/data-client/use-error-text';
import { Button } from '@/components/ui/button';
import { ComboBox } from '@/components/ui/combo-box';
import { Notice } from '@/components/ui/notice';
import { Page, Panel } from '@/components/ui/page';
import { RadioGroup } from '@/components/ui/radio-group';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { useWorkspace } from '@/components/ui/workspace-context';
import { useCurrencyOptions, useZoneOptions } from '@/components/ui/zone-options';
import { can } from '@/lib/contracts/people';
import { type Settings, settingsDto } from '@/lib/contracts/settings';
import { settingsKeys } from './settings-keys';

export function WorkspacePage() {
  const t = useTranslations('settings.workspace');
  const query = useQuery({
    queryKey: settingsKeys.workspace,
    queryFn: ({ signal }) => api(settingsDto, '/api/settings', { signal }),
  });
  return (
    <Page title={t('title')} subtitle={t('subtitle')} narrow>
      <Loaded query={query}>
        {(settings) => <SettingsForm key={JSON.stringify(settings)} settings={settings} />}
      </Loaded>
    </Page>
  );
}

function SettingsForm({ settings }: { settings: Settings }) {
  const t = useTranslations();
  const errorText = useErrorText();
  const router = useRouter();
  const client = useQueryClient();
  const { me } = useWorkspace();
  const zones = useZoneOptions();
  const currencies = useCurrencyOptions();
  const [draft, setDraft] = useState(settings);
  const change = (part: Partial<Settings>) => setDraft({ ...draft, ...part });
  const mayEdit = can(me.role, 'manage');
  const isChanged = JSON.stringify(draft) !== JSON.stringify(settings);
  const save = useMutation({
    meta: { ownError: true },
    mutationFn: () => api(settingsDto, '/api/settings', { method: 'PATCH', body: draft }),
    onSuccess: (saved) => {
      client.setQueryData(settingsKeys.workspace, saved);
      router.refresh();
      toast({ tone: 'ok', text: t('settings.workspace.saved') });
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate();
  }

  return (
    <Panel>
      <form onSubmit={submit} noValidate className="flex flex-col gap-5">
        {save.error && (
          <Notice tone="danger" live>
            {errorText(save.error)}
          </Notice>
        )}
        {!mayEdit && <Notice tone="info">{t('settings.workspace.readOnly')}</Notice>}
        <TextField
          label={t('settings.workspace.name')}
          help={t('settings.workspace.nameHelp')}
          value={draft.name}
          onChange={(name) => change({ name })}
          maxLength={80}
          isRequired
          isDisabled={!mayEdit}
          error={!draft.name.trim() && t('settings.workspace.nameMissing')}
        />
        <ComboBox
          label={t('settings.workspace.timeZone')}
          help={t('settings.workspace.timeZoneHelp')}
          options={zones}
          value={draft.timeZone}
          onChange={(timeZone) => timeZone && change({ timeZone })}
          isDisabled={!mayEdit}
        />
        <ComboBox
          label={t('settings.workspace.currency')}
          help={t('settings.workspace.currencyHelp')}
          options={currencies}
          value={draft.currency}
          onChange={(currency) => currency && change({ currency })}
          isDisabled={!mayEdit}
        />
        <RadioGroup
          label={t('settings.workspace.locale')}
          help={t('settings.workspace.localeHelp')}
          options={[
            { id: 'zh-CN', text: t('frame.languageName.zh') },
            { id: 'en', text: t('frame.languageName.en') },
          ]}
          orientation="horizontal"
          value={draft.locale}
          onChange={(locale) => change({ locale })}
          isDisabled={!mayEdit}
        />
        {draft.timeZone !== settings.timeZone && (
          <Notice tone="warn">{t('settings.workspace.zoneMoves')}</Notice>
        )}
        {mayEdit && (
          <div>
            <Button
              type="submit"
              variant="primary"
              isPending={save.isPending}
              isDisabled={!isChanged || !draft.name.trim()}
            >
              {t('common.save')}
            </Button>
          </div>
        )}
      </form>
    </Panel>
  );
}
