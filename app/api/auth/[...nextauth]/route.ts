import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth/options';

type Context = { params: Promise<{ nextauth: string[] }> };

async function serve(request: Request, context: Context): Promise<Response> {
  return NextAuth(authOptions())(request, context);
}

export { serve as GET, serve as POST };
