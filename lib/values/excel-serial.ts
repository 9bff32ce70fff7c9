import { type DatePartsReader, partsOf } from './date-parts';

const MS_PER_DAY = 86_400_000;
const SERIAL = /^(\d{1,7})(?:[.,](\d{1,15}))?$/;

/** The day that serial number 0 is, and how many numbers from 1 on are a day late because Excel knows a 29 February 1900. */
const SYSTEMS = {
  'excel-1900': { zero: Date.UTC(1899, 11, 30), late: 59 },
  'excel-1904': { zero: Date.UTC(1904, 0, 1), late: 0 },
} as const;

export type ExcelSystem = keyof typeof SYSTEMS;

/** Reads days as spreadsheets count them: 40878.35 is a time on 1 December 2011, to the millisecond. */
export function serialReader(system: ExcelSystem): DatePartsReader {
  const { zero, late } = SYSTEMS[system];
  return (text) => {
    const match = SERIAL.exec(text);
    if (!match) return null;
    const days = Number(match[1]);
    // 60 is the day that never was, 0 no day at all.
    if (late > 0 && (days === 0 || days === late + 1)) return null;
    const time = Math.round(Number(`0.${match[2] ?? '0'}`) * MS_PER_DAY);
    const parts = partsOf(zero + (days + (days <= late ? 1 : 0)) * MS_PER_DAY + time, null);
    if (parts.year > 9999) return null;
    return match[2] === undefined ? { ...parts, time: null } : parts;
  };
}
