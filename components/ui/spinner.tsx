import { LoaderCircle } from 'lucide-react';

/** Inside a button whose act is under way; never in the place of a number. */
export function Spinner({ size = 16 }: { size?: number }) {
  return <LoaderCircle size={size} className="animate-spin" aria-hidden />;
}
