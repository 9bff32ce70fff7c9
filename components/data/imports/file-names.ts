import type { FileSpec } from '@/lib/contracts/import-mapping';

/** Encodings as people know them, in every language the same. */
export const encodingNames: Record<FileSpec['encoding'], string> = {
  'utf-8': 'UTF-8',
  gbk: 'GBK',
  gb18030: 'GB 18030',
  big5: 'Big5',
  shift_jis: 'Shift_JIS',
  'euc-kr': 'EUC-KR',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
  'iso-8859-1': 'ISO-8859-1',
  'iso-8859-15': 'ISO-8859-15',
  macintosh: 'Mac Roman',
};

export const delimiterNames: Record<FileSpec['delimiter'], 'comma' | 'semicolon' | 'bar'> = {
  ',': 'comma',
  ';': 'semicolon',
  '|': 'bar',
};
