import { MongoClient } from 'mongodb';

/** Whether a server at this address answers a ping within the limit (milliseconds). Never throws. */
export async function ping(uri: string, limitMs = 2_000): Promise<boolean> {
  return (await pingFailure(uri, limitMs)) === null;
}

/** Why a ping failed, in the driver's words; null when it was answered. */
export async function pingFailure(uri: string, limitMs = 2_000): Promise<string | null> {
  let client: MongoClient | null = null;
  try {
    client = new MongoClient(uri, {
      serverSelectionTimeoutMS: limitMs,
      connectTimeoutMS: limitMs,
      socketTimeoutMS: limitMs,
    });
    await client.db('admin').command({ ping: 1 });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await client?.close().catch(() => undefined);
  }
}
