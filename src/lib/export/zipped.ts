import { configure, TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';

/** A file of an archive. */
export interface ZippedFile {
  path: string;
  content: string | Uint8Array;
}

/** Files as a zip archive, all dated with the day given (`2026-11-25`): the same files give the same bytes. */
export async function zipped(files: readonly ZippedFile[], day: string): Promise<Uint8Array> {
  // The policy of the site lets no worker start from a blob.
  configure({ useWebWorkers: false });
  const writer = new ZipWriter(new Uint8ArrayWriter(), { lastModDate: new Date(`${day}T12:00:00Z`) });
  for (const { path, content } of files)
    await writer.add(
      path,
      typeof content === 'string' ? new TextReader(content) : new Uint8ArrayReader(content),
    );
  return writer.close();
}
