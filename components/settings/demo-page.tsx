'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '@/components/data-client/api';
import { Loaded } from '@/components/data-client/loaded';
import { useJob } from '@/components/jobs/use-jobs';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Notice } from '@/components/ui/notice';
import { Page, Panel } from '@/components/ui/page';
import { Progress } from '@/components/ui/progress';
import { Skeleton } from '@/components/ui/skeleton';
import { demoRemovalSchema, demoStateSchema } from '@/lib/contracts/demo';
import { isUnderWay } from '@/lib/contracts/work';
import { settingsKeys } from './settings-keys';

/** The demo members and everything they did: here until they are removed in one act. */
export function DemoPage() {
  const t = useTranslations('settings.demo');
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const removal = useMutation({
    mutationFn: () => api(demoRemovalSchema, '/api/demo', { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['jobs'] }),
    onSettled: () => setAsking(false),
  });
  const query = useQuery({
    queryKey: settingsKeys.demo,
    queryFn: ({ signal }) => api(demoStateSchema, '/api/demo', { signal }),
    refetchInterval: ({ state }) => (removal.data && state.data?.demo ? 2_000 : false),
  });
  const { data: job } = useJob(removal.data?.job ?? null);
  const isRemoving = job !== undefined && isUnderWay(job.state);
  return (
    <Page title={t('title')} subtitle={t('subtitle')} narrow>
      <Panel>
        <Loaded query={query} skeleton={<Skeleton className="h-24" />}>
          {({ demo }) => (
            <div className="flex flex-col gap-4">
              <p className="max-w-prose">{demo ? t('present') : t('absent')}</p>
              {job?.state === 'failed' && <Notice tone="danger">{t('failed')}</Notice>}
              {isRemoving && (
                <Progress label={t('removing')} done={job.progress.done} total={job.progress.total} figures />
              )}
              {demo && (
                <div>
                  <Button variant="danger" isDisabled={isRemoving} onPress={() => setAsking(true)}>
                    {isRemoving ? t('removing') : t('remove')}
                  </Button>
                </div>
              )}
            </div>
          )}
        </Loaded>
      </Panel>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t('removeTitle')}
        verb={t('remove')}
        isPending={removal.isPending}
        onConfirm={() => removal.mutate()}
      >
        {t('removeText')}
      </ConfirmDialog>
    </Page>
  );
}
