/** The editor, fetched when it is wanted: it is as large as all other scripts of a page together. */
export async function loadEditor() {
  const { openEditor } = await import('./editor');
  return openEditor;
}
