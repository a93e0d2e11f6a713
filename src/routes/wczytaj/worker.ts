import { isCityWithPowiatRights } from '$lib/domain';
import {
  NotRecognised,
  type OcrEngine,
  prepareReaders,
  readDocument,
  readReport,
  type Report,
  type ReportDocument,
  UnreadableFile,
} from '$lib/report';
import type { PublicCatalogue } from '$lib/extract';
import { linksFor } from '$lib/state/links';
import { fetchCatalogue, fetchUnit } from '../published';
import { areasAbove, dashboardOf } from './dashboard';
import type { Answer, Chosen, Read, Task } from './protocol';
import { recognisedOf } from './recognised';
import { worklistOf } from './worklist';

/** Reads reports off the main thread: the page stays alive, and whoever cancels ends the worker with all it does. */
globalThis.onmessage = ({ data }: MessageEvent<Task>) => {
  void work(data).catch((error: unknown) => say({ kind: 'failed', message: messageOf(error) }));
};

const say = (answer: Answer): void => globalThis.postMessage(answer);

async function work(task: Task): Promise<void> {
  switch (task.kind) {
    case 'prepare':
      return await prepare(task.base);
    case 'read': {
      const { base, bytes, name, chosen } = task;
      // All that comes over the network first: from then on silence means that a file holds the reader.
      const [catalogue] = await Promise.all([fetchCatalogue(linksFor(base).file), prepareReaders()]);
      return await interpret(base, catalogue, await documentOf(base, bytes, name), chosen);
    }
    case 'reread':
      return await interpret(
        task.base,
        await fetchCatalogue(linksFor(task.base).file),
        task.document,
        task.chosen,
      );
  }
}

/** A failure here is none yet: reading asks again for what is missing. */
async function prepare(base: string): Promise<void> {
  try {
    await Promise.all([fetchCatalogue(linksFor(base).file), prepareReaders()]);
    say({ kind: 'prepared' });
  } catch (error) {
    console.warn(error);
  }
}

/** Seconds between two signs of life of a reader at work: a page, a sheet, a rule checked. */
const SILENCE = 18;

const documentOf = (base: string, bytes: Uint8Array, name: string): Promise<ReportDocument> => {
  say({ kind: 'progress', done: 0, total: 0, what: 'odczyt pliku', silence: SILENCE });
  return readDocument(bytes, name, {
    // OCR has a limit of its own for each page.
    onProgress: (done, total, what) =>
      say({ kind: 'progress', done, total, what, silence: what.includes('OCR') ? null : SILENCE }),
    ocr: ocrOf(base),
  });
};

/** OCR, fetched when a scan is opened. */
const ocrOf = (base: string): OcrEngine => ({
  async open(bytes, format, signal) {
    const what = 'pobieranie programu do rozpoznawania pisma (OCR)';
    say({ kind: 'progress', done: 0, total: 0, what, silence: null });
    const { browserOcr } = await import('$lib/report/readers/ocr-browser');
    return await browserOcr(base).open(bytes, format, signal);
  },
});

async function interpret(base: string, catalogue: PublicCatalogue, document: ReportDocument, chosen: Chosen) {
  const { units, names, formRows, rules } = catalogue;
  const what = 'rozpoznawanie tabel i sprawdzanie rachunków';
  say({ kind: 'progress', done: 0, total: 0, what, silence: SILENCE });
  let report: Report;
  try {
    const candidates = (['gmina', 'powiat'] as const).flatMap((level) => units.all(level));
    report = readReport(document, { formRows, rules, names, units: candidates }, chosen);
  } catch (error) {
    if (!(error instanceof NotRecognised) || error.unclear === 'type') throw error;
    return say({ kind: 'unclear', document, unclear: error.unclear });
  }
  say({
    kind: 'read',
    read: {
      document,
      report,
      gmina: gminaOf(report, units),
      recognised: recognisedOf(report, formRows, names),
      worklist: worklistOf(report, names),
    },
  });
  const above = await Promise.all(
    areasAbove(report.teryt).map(async (code) => [code, await fetchUnit(linksFor(base).file, code)] as const),
  );
  const dashboard = dashboardOf(report, catalogue, new Map(above));
  const empty = dashboard.themes.length + dashboard.blocks.length === 0;
  say({ kind: 'dashboard', dashboard: empty ? null : dashboard });
}

function gminaOf({ teryt, year }: Report, units: PublicCatalogue['units']): Read['gmina'] {
  const above = isCityWithPowiatRights(teryt) ? [] : [units.fullName(teryt.slice(0, 4))];
  const words = [units.typeName(teryt, year), ...above, units.fullName(teryt.slice(0, 2))];
  return { name: units.name(teryt), words: words.join(', ') };
}

function messageOf(error: unknown): string {
  if (error instanceof UnreadableFile || error instanceof NotRecognised) return error.message;
  console.error(error);
  if (error instanceof Error && error.name === 'Unreachable')
    return 'Nie udało się pobrać wykazu wierszy formularza, który jest potrzebny do odczytu. Prosimy sprawdzić połączenie i spróbować ponownie.';
  return 'Odczyt nie powiódł się z powodu błędu w programie. Pozostałe pliki można czytać dalej.';
}
