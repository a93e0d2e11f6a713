import { saveFile, type MadeFile } from '$lib/components/save-file';
import { findingsSheet } from '$lib/export/findings-sheet';
import { observationsCsv } from '$lib/export/observations-csv';
import { writeObservationFile } from '$lib/extract/parquet';
import { foldName } from '$lib/format/collate';
import type { Read } from './protocol';

export type DownloadKind = 'csv' | 'parquet' | 'uwagi';

/** A report as a file to download; its name says gmina and year. */
function madeFile(kind: DownloadKind, read: Read, fileName: string): MadeFile {
  const { report, gmina, worklist, recognised } = read;
  const name = `${report.type}-${foldName(gmina.name).replaceAll(' ', '-')}-${report.teryt}-${report.year}`;
  switch (kind) {
    case 'csv':
      return {
        name: `${name}.csv`,
        type: 'text/csv;charset=utf-8',
        content: observationsCsv(report.observations),
      };
    case 'parquet':
      return {
        name: `${name}.parquet`,
        type: 'application/vnd.apache.parquet',
        content: writeObservationFile(report.observations),
      };
    case 'uwagi': {
      const { total } = recognised;
      const sheet = findingsSheet({
        title: `Uwagi do sprawozdania: ${gmina.name}, ${report.year}`,
        reports: [
          {
            name: fileName,
            gmina: gmina.name,
            year: report.year,
            edition: report.edition,
            findings: worklist.map(({ finding }) => finding),
            ...total,
          },
        ],
      });
      return { name: `${name}-uwagi.html`, type: 'text/html;charset=utf-8', content: sheet };
    }
  }
}

/** Hands a report, as a file, over to the browser's own downloads. */
export function saveReport(kind: DownloadKind, read: Read, fileName: string): void {
  saveFile(madeFile(kind, read, fileName));
}
