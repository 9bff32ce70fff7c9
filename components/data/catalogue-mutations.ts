'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from '@/components/data-client/api';
import {
  type EventTypeEdit,
  eventTypeSchema,
  type FieldEdit,
  fieldSchema,
  fieldValuesSchema,
  type NewField,
  type TypeChange,
  typeChangeAnswerSchema,
  usageAnswerSchema,
} from '@/lib/contracts/catalogue';
import { catalogueKey } from './use-catalogue';

const fieldAddress = (path: string) => `/api/catalogue/fields/${encodeURIComponent(path)}`;
const typeAddress = (type: string) => `/api/catalogue/event-types/${encodeURIComponent(type)}`;
const fieldAnswer = z.object({ field: fieldSchema });

function useRefresh() {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: catalogueKey }),
      client.invalidateQueries({ queryKey: ['definitions', 'catalogue'] }),
    ]);
}

export function useCreateField() {
  const onSuccess = useRefresh();
  return useMutation({
    meta: { ownError: true },
    mutationFn: (body: NewField) => api(fieldAnswer, '/api/catalogue/fields', { method: 'POST', body }),
    onSuccess,
  });
}

export function useEditField(path: string) {
  const onSuccess = useRefresh();
  return useMutation({
    meta: { ownError: true },
    mutationFn: (body: FieldEdit) => api(fieldAnswer, fieldAddress(path), { method: 'PATCH', body }),
    onSuccess,
  });
}

export function useDeleteField(path: string) {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: () => api(z.unknown(), fieldAddress(path), { method: 'DELETE' }),
    onSuccess,
  });
}

/** With `apply` false it only says what would fit. */
export function useChangeType(path: string) {
  const refresh = useRefresh();
  return useMutation({
    meta: { ownError: true },
    mutationFn: (body: TypeChange) =>
      api(typeChangeAnswerSchema, `${fieldAddress(path)}/type`, { method: 'POST', body }),
    onSuccess: ({ applied }) => (applied ? refresh() : undefined),
  });
}

export function useFieldFacts(path: string) {
  return useQuery({
    queryKey: [...catalogueKey, 'values', path],
    queryFn: ({ signal }) => api(fieldValuesSchema, `${fieldAddress(path)}/values`, { signal }),
  });
}

/** Where a field or an event type is read. */
export function useUsage(of: { field: string } | { eventType: string }) {
  const address = 'field' in of ? fieldAddress(of.field) : typeAddress(of.eventType);
  return useQuery({
    queryKey: [...catalogueKey, 'usage', address],
    queryFn: ({ signal }) => api(usageAnswerSchema, `${address}/usage`, { signal }),
  });
}

export function useEditEventType(type: string) {
  const onSuccess = useRefresh();
  return useMutation({
    meta: { ownError: true },
    mutationFn: (body: EventTypeEdit) =>
      api(z.object({ eventType: eventTypeSchema }), typeAddress(type), { method: 'PUT', body }),
    onSuccess,
  });
}
