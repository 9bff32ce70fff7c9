import { ApiError } from './api-error';

/** Whether what was asked for isn't there (any more): asking again doesn't help. */
export function isNotFound(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'not-found';
}
