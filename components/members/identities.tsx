'use client';

import { useIdentityName } from '@/components/data/use-catalogue';
import type { ShownIdentity } from '@/lib/contracts/members';

/** Identities in one line: type and value. Masked ones are as the server sent them. */
export function Identities({ identities }: { identities: readonly ShownIdentity[] }) {
  const name = useIdentityName();
  return (
    <span className="flex flex-wrap gap-x-3">
      {identities.map(({ type, value }) => (
        <span key={`${type} ${value}`} className="whitespace-nowrap">
          <span className="text-ink-faint text-sm">{name(type)} </span>
          {value}
        </span>
      ))}
    </span>
  );
}
