import { NotFound } from '@/components/frame/not-found';

/** Inside the frame: what `notFound()` of a page shows. */
export default function NotFoundPage() {
  return <NotFound />;
}
