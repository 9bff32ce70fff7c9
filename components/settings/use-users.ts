'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from '@/components/data-client/api';
import {
  type ChangeUserBody,
  type CreateUserBody,
  issuedPasswordDto,
  userDto,
  userListDto,
} from '@/lib/contracts/people';
import { settingsKeys } from './settings-keys';

export function useUsers() {
  return useQuery({
    queryKey: settingsKeys.users,
    queryFn: ({ signal }) => api(userListDto, '/api/users', { signal }),
  });
}

function useRefresh() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: settingsKeys.users });
}

export function useCreateUser() {
  const onSettled = useRefresh();
  return useMutation({
    meta: { ownError: true },
    mutationFn: (body: CreateUserBody) => api(issuedPasswordDto, '/api/users', { method: 'POST', body }),
    onSettled,
  });
}

export function useChangeUser() {
  const onSettled = useRefresh();
  return useMutation({
    mutationFn: ({ id, ...body }: ChangeUserBody & { id: string }) =>
      api(userDto, `/api/users/${encodeURIComponent(id)}`, { method: 'PATCH', body }),
    onSettled,
  });
}

export function useResetPassword() {
  const onSettled = useRefresh();
  return useMutation({
    mutationFn: (id: string) =>
      api(issuedPasswordDto, `/api/users/${encodeURIComponent(id)}/password`, { method: 'POST' }),
    onSettled,
  });
}

export function useEndSessions() {
  return useMutation({
    mutationFn: (id: string) =>
      api(z.undefined(), `/api/users/${encodeURIComponent(id)}/end-sessions`, { method: 'POST' }),
  });
}
