import { Keyboard } from 'react-aria-components';

/** The keys that do the same: `Ctrl K`. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <Keyboard className="rounded-sm border border-line bg-sunken px-1 font-sans text-ink-faint text-xs">
      {keys}
    </Keyboard>
  );
}
