import { base } from '$app/paths';
import { DroppedFile } from './dropped-file.svelte';
import type { Answer, Chosen, Task } from './protocol';
import { startWorker } from './start-worker';

const BROKEN =
  'Odczyt przerwano: program czytający pliki przestał działać. Prosimy spróbować ponownie; pozostałe pliki można czytać dalej.';

const HELD =
  'Odczyt przerwano: plik zatrzymał program czytający na zbyt długo. Prosimy podzielić plik na mniejsze części albo zapisać go ponownie; pozostałe pliki można czytać dalej.';

/** The files on the reader's desk, read by one worker, one after another. A bad file never stops the rest. */
export class Desk {
  files = $state.raw<readonly DroppedFile[]>([]);
  /** Reading needs no network any more. */
  prepared = $state(false);
  #worker: Worker | null = null;
  #current: DroppedFile | null = null;
  #queue: DroppedFile[] = [];
  #lastId = 0;
  #patience: ReturnType<typeof setTimeout> | undefined;

  /** Starts the worker and has it fetch what reading needs, so that it needs no network afterwards. */
  prepare(): void {
    if (this.#worker === null) this.#give({ kind: 'prepare', base });
  }

  async add(files: Iterable<File>): Promise<DroppedFile[]> {
    const added = await Promise.all(
      Array.from(files, async (file) => ({ name: file.name, bytes: await bytesOf(file) })),
    );
    return added.map(({ name, bytes }) => this.put(name, bytes));
  }

  /** @param bytes `null` where the browser could not read the file */
  put(name: string, bytes: Uint8Array | null, chosen: Chosen = {}): DroppedFile {
    this.#lastId += 1;
    const file = new DroppedFile(this.#lastId, name, bytes ?? new Uint8Array(), chosen);
    this.files = [...this.files, file];
    if (bytes === null)
      file.fail(`${name}: przeglądarka nie może otworzyć tego pliku. Katalogów nie da się wczytać.`);
    else this.#enqueue(file);
    return file;
  }

  /** Reads a report once more with another gmina or year, or with what the text says. */
  choose(file: DroppedFile, chosen: Chosen): void {
    file.chosen = chosen;
    this.#enqueue(file);
  }

  retry(file: DroppedFile): void {
    this.#enqueue(file);
  }

  /** Ends the reading at once, whatever it is doing. */
  cancel(file: DroppedFile): void {
    this.#queue = this.#queue.filter((waiting) => waiting !== file);
    if (file.status === 'waiting' || file.status === 'reading') file.status = 'cancelled';
    if (this.#current === file) this.#restart();
  }

  remove(file: DroppedFile): void {
    this.cancel(file);
    this.files = this.files.filter((other) => other !== file);
  }

  close(): void {
    this.#waitFor(null);
    this.#worker?.terminate();
    this.#worker = null;
  }

  #enqueue(file: DroppedFile): void {
    file.status = 'waiting';
    this.#queue = [...this.#queue.filter((waiting) => waiting !== file), file];
    this.#next();
  }

  #next(): void {
    if (this.#current !== null) return;
    const file = this.#queue.shift();
    if (!file) return;
    this.#current = file;
    file.begin();
    const { document, bytes, name } = file;
    const chosen = $state.snapshot(file.chosen);
    this.#give(
      document ? { kind: 'reread', base, document, chosen } : { kind: 'read', base, name, bytes, chosen },
    );
  }

  #give(task: Task): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage(task);
  }

  #start(): Worker {
    const worker = startWorker();
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.kind === 'prepared') this.prepared = true;
      else {
        this.#waitFor(data.kind === 'progress' ? data.silence : null);
        if (this.#current?.take(data)) this.#done();
      }
    };
    worker.onerror = () => {
      this.#current?.fail(BROKEN);
      this.#restart();
    };
    return worker;
  }

  /** Ends a worker that says nothing for so long: no message reaches one that is held, so it is terminated. */
  #waitFor(silence: number | null): void {
    clearTimeout(this.#patience);
    if (silence === null) return;
    this.#patience = setTimeout(() => {
      this.#current?.fail(HELD);
      this.#restart();
    }, silence * 1000);
  }

  #restart(): void {
    this.close();
    this.#done();
  }

  #done(): void {
    this.#current = null;
    this.#next();
  }
}

async function bytesOf(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    // A folder, or a file that is gone meanwhile.
    console.warn(error);
    return null;
  }
}
