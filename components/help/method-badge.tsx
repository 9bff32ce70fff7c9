import { Badge, type Tone } from '@/components/ui/badge';

const tones: Readonly<Record<string, Tone>> = { GET: 'neutral', DELETE: 'danger' };

/** Looking is grey, changing has a colour, removing another. */
export function MethodBadge({ method }: { method: string }) {
  return (
    <Badge tone={tones[method] ?? 'accent'}>
      <span className="font-mono">{method}</span>
    </Badge>
  );
}
