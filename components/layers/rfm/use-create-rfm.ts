'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useLocale } from 'next-intl';
import { api } from '@/components/data-client/api';
import { useErrorText } from '@/components/data-client/use-error-text';
import { definitionPath } from '@/components/definitions/kind-place';
import { definitionKey, definitionsKey } from '@/components/definitions/use-definitions';
import { filledText } from '@/components/ui/filled-text';
import { toast } from '@/components/ui/toast';
import { type CutpointsAnswer, cutpointSetAnswerSchema } from '@/lib/contracts/cutpoints';
import { definitionAnswerSchema } from '@/lib/contracts/definitions';
import { textKey } from '@/lib/i18n/locales';
import { type RfmChoices, rfmGraph, withCut } from '@/rules-engine/index';

interface Made {
  choices: RfmChoices;
  /** What was computed for just these choices; null: it is computed once it is made. */
  cuts: CutpointsAnswer | null;
}

/** Makes the layering with its cuts, has them computed and kept as its first set, and opens it. */
export function useCreateRfm() {
  const client = useQueryClient();
  const router = useRouter();
  const errorText = useErrorText();
  const locale = textKey(useLocale());
  return useMutation({
    meta: { ownError: true },
    mutationFn: async ({ choices, cuts }: Made) => {
      const graph = (cuts?.cuts ?? []).reduce(withCut, rfmGraph(choices, locale));
      const { definition } = await api(definitionAnswerSchema, '/api/definitions', {
        method: 'POST',
        body: { kind: 'layering', label: filledText(choices.label), graph },
      });
      const asOf = cuts?.asOf ?? choices.asOf ?? undefined;
      const isComputed =
        choices.mode === 'scores' || Object.values(choices.cuts).some(({ by }) => by !== 'number');
      // It is there even if its cuts can't be kept just now: the editor computes them as well.
      if (isComputed)
        await api(cutpointSetAnswerSchema, `/api/definitions/${definition.id}/cutpoints`, {
          method: 'POST',
          body: { graph, asOf },
        }).catch((error: unknown) => toast({ tone: 'danger', text: errorText(error) }));
      return definition;
    },
    onSuccess: (definition, { choices: { asOf } }) => {
      client.setQueryData(definitionKey(definition.id), definition);
      void client.invalidateQueries({ queryKey: definitionsKey });
      const query = asOf === null ? '' : `?asOf=${asOf}`;
      router.push(`${definitionPath('layering', definition.id)}${query}`);
    },
  });
}
