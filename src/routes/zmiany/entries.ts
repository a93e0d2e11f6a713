import { versionRecords } from '$lib/server';
import { changeWords, firstWords } from './words';

export interface ChangeEntry {
  date: string;
  version: string;
  sentences: string[];
}

/** Every recorded version with what changed since the one before, the latest first. */
export function changeEntries(): ChangeEntry[] {
  const records = versionRecords();
  return records.map((record, at) => {
    const before = records[at + 1];
    const { recorded, version } = record;
    const date = recorded.slice(0, 10);
    return { date, version, sentences: before ? changeWords(before, record) : firstWords(record) };
  });
}
