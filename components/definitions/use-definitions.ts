'use client';

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/components/data-client/api';
import type { DefinitionKind } from '@/lib/contracts/definition-kind';
import {
  type Definition,
  type DefinitionEdit,
  type Duplicate,
  definitionAnswerSchema,
  definitionListSchema,
  definitionUsageSchema,
  deletedSchema,
  type NewDefinition,
  templateListSchema,
} from '@/lib/contracts/definitions';
import type { Schedule } from '@/lib/contracts/schedule';
import { isUnderWay } from '@/lib/contracts/work';

export const definitionsKey = ['definitions'];
export const definitionKey = (id: string) => ['definition', id];

export interface ListFilter {
  kind: DefinitionKind;
  search: string;
  folder: string | null;
  archived: boolean;
}

export function useDefinitionList({ kind, search, folder, archived }: ListFilter) {
  return useQuery({
    queryKey: [...definitionsKey, 'list', kind, search, folder, archived],
    queryFn: ({ signal }) =>
      api(definitionListSchema, '/api/definitions', {
        query: { kind, search, folder, archived: archived || null },
        signal,
      }),
    placeholderData: keepPreviousData,
    // Runs change sizes and states behind the page.
    refetchInterval: ({ state: { data } }) =>
      data?.definitions.some(({ lastRun }) => lastRun && isUnderWay(lastRun.state)) ? 3_000 : 60_000,
  });
}

export function useDefinition(id: string) {
  return useQuery({
    queryKey: definitionKey(id),
    queryFn: async ({ signal }) =>
      (await api(definitionAnswerSchema, `/api/definitions/${encodeURIComponent(id)}`, { signal }))
        .definition,
  });
}

export function useTemplates(kind: DefinitionKind) {
  return useQuery({
    queryKey: [...definitionsKey, 'templates', kind],
    queryFn: ({ signal }) =>
      api(templateListSchema, '/api/definitions/templates', { query: { kind }, signal }),
  });
}

/** Where a definition is used; asked only when it matters. */
export function useUsage(id: string, isWanted: boolean) {
  return useQuery({
    queryKey: [...definitionKey(id), 'usage'],
    enabled: isWanted,
    staleTime: 0,
    queryFn: ({ signal }) =>
      api(definitionUsageSchema, `/api/definitions/${encodeURIComponent(id)}/usage`, { signal }),
  });
}

/** An act on definitions: afterwards the lists are read again, and what it answered is known. */
function useAct<Input>(act: (input: Input) => Promise<Definition>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (definition) => {
      client.setQueryData(definitionKey(definition.id), definition);
      return client.invalidateQueries({ queryKey: definitionsKey });
    },
  });
}

async function send(path: string, method: 'POST' | 'PATCH' | 'PUT', body?: unknown): Promise<Definition> {
  return (await api(definitionAnswerSchema, path, { method, body })).definition;
}

const at = (id: string, act = '') => `/api/definitions/${encodeURIComponent(id)}${act}`;

export function useCreate() {
  return useAct((input: NewDefinition) => send('/api/definitions', 'POST', input));
}

export function useEdit(id: string) {
  return useAct((edit: DefinitionEdit) => send(at(id), 'PATCH', edit));
}

export function useDuplicate(id: string) {
  return useAct((input: Duplicate) => send(at(id, '/duplicate'), 'POST', input));
}

export function useArchive() {
  return useAct((id: string) => send(at(id, '/archive'), 'POST'));
}

export function useRestore() {
  return useAct((id: string) => send(at(id, '/restore'), 'POST'));
}

export function useSchedule(id: string) {
  return useAct((schedule: Schedule | null) => send(at(id, '/schedule'), 'PUT', { schedule }));
}

export function useDelete() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api(deletedSchema, at(id), { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: definitionsKey }),
  });
}
