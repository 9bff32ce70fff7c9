import { jobKindText } from '@/lib/contracts/jobs';

function isKind(kind: string): kind is keyof typeof jobKindText {
  return Object.hasOwn(jobKindText, kind);
}

/** What a job does, in both languages; a kind of a newer server is named as it is. */
export function jobText(kind: string): { zh: string; en: string } {
  return isKind(kind) ? jobKindText[kind] : { zh: kind, en: kind };
}
