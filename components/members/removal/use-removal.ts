'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from '@/components/data-client/api';
import { eventRemovalSchema, removalSchema, removedMemberSchema } from '@/lib/contracts/members';

const member = (id: string) => `/api/members/${encodeURIComponent(id)}`;
const event = (id: string, eventId: string) => `${member(id)}/events/${encodeURIComponent(eventId)}`;

/** What goes with a member; asked for when it is to be shown. */
export function useMemberRemoval(id: string, isAsked: boolean) {
  return useQuery({
    queryKey: ['members', 'removal', id],
    enabled: isAsked,
    gcTime: 0,
    queryFn: ({ signal }) => api(removalSchema, `${member(id)}/removal`, { signal }),
  });
}

/** Begins to remove a member; the answer has the job. */
export function useRemoveMember(id: string) {
  const client = useQueryClient();
  return useMutation({
    meta: { ownError: true },
    mutationFn: () => api(removedMemberSchema, member(id), { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  });
}

export function useEventRemoval(id: string, eventId: string | null) {
  return useQuery({
    queryKey: ['members', 'event-removal', id, eventId],
    enabled: eventId !== null,
    gcTime: 0,
    queryFn: ({ signal }) => api(eventRemovalSchema, `${event(id, eventId ?? '')}/removal`, { signal }),
  });
}

export function useRemoveEvent(id: string) {
  const client = useQueryClient();
  return useMutation({
    meta: { ownError: true },
    mutationFn: (eventId: string) => api(z.undefined(), event(id, eventId), { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['members'] }),
  });
}
