/** Called by Next once, when a server process starts. */
export async function register(): Promise<void> {
  // Next compiles this file for its other runtime too, and follows the import only where this is true.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { startInServer } = await import('@/lib/server/start-in-server');
    startInServer();
  }
}
