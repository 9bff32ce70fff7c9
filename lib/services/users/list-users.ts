import type { Db } from 'mongodb';
import type { UserDto } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { UserDoc } from '@/lib/db/documents';
import { toUserDto } from './user-dto';

/** All users by name. */
export async function listUsers(db: Db): Promise<UserDto[]> {
  const users = await collection(db, 'users').find().sort({ nameLower: 1 }).toArray();
  return users.map(toUserDto);
}

/** One user; throws `not-found`. */
export async function userById(db: Db, id: string): Promise<UserDoc> {
  const user = await collection(db, 'users').findOne({ _id: id });
  if (user === null) throw noUser();
  return user;
}

export function noUser(): Problem {
  return new Problem('not-found', { what: { zh: '该用户', en: 'The user' } });
}
