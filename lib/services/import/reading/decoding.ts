import iconv from 'iconv-lite';
import type { FileSpec } from '@/lib/contracts/import-mapping';

/** Decodes bytes that come in pieces, without a byte order mark. What the encoding doesn't know becomes U+FFFD. */
export interface Decoder {
  write(chunk: Uint8Array): string;
  end(): string;
}

export function decoderOf(encoding: FileSpec['encoding']): Decoder {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  return {
    write: (chunk) =>
      mended(decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)), encoding),
    end: () => mended(decoder.end() ?? '', encoding),
  };
}

export function decoded(bytes: Uint8Array, encoding: FileSpec['encoding']): string {
  const decoder = decoderOf(encoding);
  return decoder.write(bytes) + decoder.end();
}

/** The library's table of Mac Roman is from before 1998, when the euro took the place of the currency sign. */
function mended(text: string, encoding: FileSpec['encoding']): string {
  return encoding === 'macintosh' ? text.replaceAll('¤', '€') : text;
}
