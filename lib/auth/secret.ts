const MIN_LENGTH = 32;

/** What sessions are encrypted with: `NEXTAUTH_SECRET`, made by set-up. Without one nobody can sign in. */
export function sessionSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret || secret.length < MIN_LENGTH) {
    throw new Error(
      `NEXTAUTH_SECRET must be set to at least ${MIN_LENGTH} random characters; \`npm run up\` does it.`,
    );
  }
  return secret;
}
