import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ApiIndex } from '@/components/help/api-index';
import { requireRole } from '@/lib/auth/session';
import { operationAreas } from '@/lib/contracts/operations/all-operations';
import { accessText } from '@/lib/openapi/access';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('api') };
}

export default async function ApiHelpPage() {
  await requireRole('viewer');
  const areas = operationAreas.map(({ id, label, operations }) => ({
    id,
    label,
    operations: operations.map(({ id, operation }) => {
      const { method, path, is } = operation;
      return { id, method, path, is, access: accessText(operation) };
    }),
  }));
  return <ApiIndex areas={areas} />;
}
