'use client';

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/components/data-client/api';
import {
  type Adjust,
  pointAccountSchema,
  pointEntryPageSchema,
  pointsBookedSchema,
  type Redeem,
} from '@/lib/contracts/points';
import { memberKeys } from '../member-keys';

const address = (member: string) => `/api/points/members/${encodeURIComponent(member)}`;
const pointsKey = (member: string) => ['points', 'member', member];
const pageSize = 10;
/** Where the ledger begins: before no entry. */
const newest = 0;

export function useMemberPoints(member: string) {
  return useQuery({
    queryKey: [...pointsKey(member), 'account'],
    queryFn: ({ signal }) => api(pointAccountSchema, address(member), { signal }),
  });
}

/** The member's ledger, newest first. */
export function useLedger(member: string) {
  return useInfiniteQuery({
    queryKey: [...pointsKey(member), 'entries'],
    queryFn: ({ pageParam, signal }) =>
      api(pointEntryPageSchema, `${address(member)}/entries`, {
        query: { before: pageParam === newest ? null : pageParam, limit: pageSize },
        signal,
      }),
    initialPageParam: newest,
    getNextPageParam: ({ next }) => next,
  });
}

/** Redeems or adjusts; the body's key makes it count once, however often it is sent. */
export function useBooking(member: string, act: 'redeem' | 'adjust') {
  const client = useQueryClient();
  return useMutation({
    meta: { ownError: true },
    mutationFn: (body: Redeem | Adjust) =>
      api(pointsBookedSchema, `${address(member)}/${act}`, { method: 'POST', body }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: pointsKey(member) }),
        client.invalidateQueries({ queryKey: memberKeys.one(member) }),
      ]),
  });
}
