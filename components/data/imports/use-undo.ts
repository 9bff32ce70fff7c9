'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/components/data-client/api';
import { useJob } from '@/components/jobs/use-jobs';
import { undoAnswerSchema, undoNumbersSchema } from '@/lib/contracts/import-undo';

/** Begins to take an import back, or a trial of that; the answer has the job. */
export function useUndo(id: string) {
  const client = useQueryClient();
  return useMutation({
    meta: { ownError: true },
    mutationFn: (dryRun: boolean) =>
      api(undoAnswerSchema, `/api/imports/${id}/undo`, { method: 'POST', body: { dryRun } }),
    onSettled: () => {
      client.invalidateQueries({ queryKey: ['imports'] });
      client.invalidateQueries({ queryKey: ['jobs'] });
    },
  });
}

/** What a trial says once it has ended; null before, and what kept it from its end. */
export function useUndoNumbers(job: string | null) {
  const { data } = useJob(job);
  return {
    numbers: undoNumbersSchema.safeParse(data?.result).data ?? null,
    error: data?.error?.message ?? null,
  };
}
