/** A file made in the browser. */
export interface MadeFile {
  name: string;
  type: string;
  content: Uint8Array | string | Blob;
}

/** Hands a file over to the browser's own downloads. */
export function saveFile({ name, type, content }: MadeFile): void {
  const part = content instanceof Uint8Array ? Uint8Array.from(content) : content;
  const url = URL.createObjectURL(new Blob([part], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // Some browsers read the file only after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
