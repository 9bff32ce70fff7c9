import { Fragment, type ReactNode } from 'react';

interface Props {
  items: readonly { key: string; term: ReactNode; value: ReactNode }[];
  /** What to say when there are none. */
  empty?: ReactNode;
}

/** Names and their values in two columns. */
export function DefinitionList({ items, empty }: Props) {
  if (items.length === 0) return <p className="text-ink-faint">{empty}</p>;
  return (
    <dl className="grid grid-cols-[minmax(5rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-1.5">
      {items.map(({ key, term, value }) => (
        <Fragment key={key}>
          <dt className="max-w-48 text-ink-soft break-words">{term}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
