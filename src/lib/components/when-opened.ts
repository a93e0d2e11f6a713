import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';

/** Calls back whenever a folded part is opened, and at once where a reader opened it before the scripts ran. */
export const whenOpened =
  (call: () => void): Attachment<HTMLDetailsElement> =>
  (details) => {
    const look = (): void => {
      if (details.open) untrack(call);
    };
    details.addEventListener('toggle', look);
    look();
    return () => details.removeEventListener('toggle', look);
  };
