import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { ApiOperation } from '@/components/help/api-operation';
import { requireRole } from '@/lib/auth/session';
import { operationPage } from '@/lib/openapi/operation-page';

type Props = PageProps<'/help/api/[operation]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).operation };
}

export default async function ApiOperationPage({ params }: Props) {
  await requireRole('viewer');
  const asked = await headers();
  const origin = `${asked.get('x-forwarded-proto') ?? 'http'}://${asked.get('host') ?? 'localhost'}`;
  const operation = operationPage((await params).operation, origin);
  if (!operation) notFound();
  return <ApiOperation operation={operation} />;
}
