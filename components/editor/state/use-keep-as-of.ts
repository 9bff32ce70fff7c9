'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '@/components/data-client/api';
import { definitionKey } from '@/components/definitions/use-definitions';
import { asOfKeepSchema, type Definition } from '@/lib/contracts/definitions';
import { useEditor } from './editor-context';

/**
 * Remembers on the server as of when the definition is worked on, so that it opens with the numbers that it was left with.
 * One request at a time, the latest choice last; one that fails costs nothing but that: the address has it too.
 */
export function useKeepAsOf(): void {
  const client = useQueryClient();
  const { definition, view, isEditable } = useEditor();
  const { id } = definition;
  useEffect(() => {
    if (!isEditable) return;
    let wanted: { asOf: string | null } | null = null;
    let isSending = false;
    const send = async () => {
      if (isSending) return;
      isSending = true;
      while (wanted) {
        const body: { asOf: string | null } = wanted;
        wanted = null;
        await api(asOfKeepSchema, `/api/definitions/${id}/as-of`, { method: 'PUT', body }).catch(() => null);
      }
      isSending = false;
    };
    return view.subscribe(({ asOf }, before) => {
      if (asOf === before.asOf) return;
      client.setQueryData<Definition>(definitionKey(id), (known) => known && { ...known, asOf });
      wanted = { asOf };
      void send();
    });
  }, [client, id, view, isEditable]);
}
