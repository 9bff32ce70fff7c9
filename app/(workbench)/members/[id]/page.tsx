import type { Metadata } from 'next';
import { MemberPage } from '@/components/members/member-page';
import { requireRole } from '@/lib/auth/session';

type Props = PageProps<'/members/[id]'>;

async function idOf({ params }: Props): Promise<string> {
  return decodeURIComponent((await params).id);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: await idOf(props) };
}

export default async function OneMemberPage(props: Props) {
  await requireRole('viewer');
  return <MemberPage id={await idOf(props)} />;
}
