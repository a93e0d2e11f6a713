import { readDocument, type ReportDocument, UnreadableFile } from '../../../src/lib/report';
import { browserOcr } from '../../../src/lib/report/readers/ocr-browser';

/** What the test of reading in a browser runs there, on the page and in a worker. */
export interface Answer {
  document?: ReportDocument;
  code?: string;
  message?: string;
}

export async function read(base64: string, name: string): Promise<Answer> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  try {
    return { document: await readDocument(bytes, name, { ocr: browserOcr('') }) };
  } catch (error) {
    const code = error instanceof UnreadableFile ? error.code : undefined;
    return { ...(code ? { code } : {}), message: String(error) };
  }
}
