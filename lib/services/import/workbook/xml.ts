import { SaxesParser } from 'saxes';
import { Problem } from '@/lib/contracts/problem';

/** What a reader of a part hears; names come without their prefix. */
export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Reads a part piece by piece; gives control back after each with the bytes that were read. Entities of a document type
 * are not expanded. Throws `not-a-workbook`.
 */
export async function* readXml(
  bytes: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
): AsyncGenerator<number> {
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw new Problem('not-a-workbook');
  });
  parser.on('opentag', (tag) => handler.open?.(plainName(tag.name), tag.attributes));
  parser.on('closetag', (tag) => handler.close?.(plainName(tag.name)));
  if (handler.text) parser.on('text', (text) => handler.text?.(text));
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of bytes) {
    parser.write(decoder.decode(chunk, { stream: true }));
    yield chunk.byteLength;
  }
  parser.write(decoder.decode()).close();
}

/** Reads a whole part. */
export async function readWholeXml(bytes: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  for await (const _ of readXml(bytes, handler));
}

export function plainName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
