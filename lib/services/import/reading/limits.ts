/** What a file may have. Beyond a limit a row is rejected; beyond the size the upload is refused. */
export interface ReadLimits {
  /** Characters of a line, and of a CSV record over several lines. */
  lineLength: number;
  columns: number;
  /** Lines that one quoted CSV record may span. */
  recordLines: number;
}

export const defaultLimits: ReadLimits = { lineLength: 262_144, columns: 1_000, recordLines: 200 };

/** `TAGLOOM_MAX_UPLOAD_MB`, default 512. */
export function maxUploadBytes(env: NodeJS.ProcessEnv = process.env): number {
  const configured = Number(env.TAGLOOM_MAX_UPLOAD_MB);
  return (Number.isFinite(configured) && configured > 0 ? configured : 512) * 1_048_576;
}

/** What a gzip file or a workbook may come to when it is unpacked: eight times the largest upload. */
export function maxUnpackedBytes(env: NodeJS.ProcessEnv = process.env): number {
  return 8 * maxUploadBytes(env);
}
