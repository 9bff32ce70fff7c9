import type { DefaultJWT } from 'next-auth/jwt';

declare module 'next-auth' {
  interface User {
    id: string;
    name: string;
    sessionVersion: number;
  }
  interface Session {
    user: { id: string; name: string };
  }
}

declare module 'next-auth/jwt' {
  interface JWT extends DefaultJWT {
    sessionVersion?: number;
  }
}
