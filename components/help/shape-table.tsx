'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';

/** What a value is made of; as `lib/openapi` works it out. */
export interface ShownPart {
  name: string;
  isRequired: boolean;
  type: string;
  notes: readonly string[];
  parts: readonly ShownPart[];
  /** Where a parameter stands. */
  place?: 'path' | 'query';
}

/** Keys with their types; what is made of others opens. */
export function ShapeTable({ parts }: { parts: readonly ShownPart[] }) {
  return (
    <ul className="flex flex-col">
      {parts.map((part) => (
        <li key={part.name} className="border-line border-t py-1.5 first:border-t-0">
          <Part {...part} />
        </li>
      ))}
    </ul>
  );
}

function Part(part: ShownPart) {
  if (part.parts.length === 0) return <Line {...part} />;
  return (
    <details>
      <summary className="min-h-6 cursor-pointer">
        <span className="inline-block max-w-[calc(100%-1.5rem)] align-top">
          <Line {...part} />
        </span>
      </summary>
      <div className="mt-1.5 border-line border-l pl-4">
        <ShapeTable parts={part.parts} />
      </div>
    </details>
  );
}

function Line({ name, isRequired, type, notes, place }: ShownPart) {
  const t = useTranslations('help.api');
  return (
    <span className="inline-flex max-w-full flex-wrap items-baseline gap-x-2 gap-y-0.5">
      <code className="break-all font-medium">{name}</code>
      <code className="break-all text-ink-soft text-sm">{type}</code>
      {notes.map((note) => (
        <code key={note} className="break-all text-ink-faint text-sm">
          {note}
        </code>
      ))}
      {place && <Badge>{t(place)}</Badge>}
      {isRequired && <Badge tone="warn">{t('required')}</Badge>}
    </span>
  );
}
