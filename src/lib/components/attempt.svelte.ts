/** Below this a reader sees an answer and no waiting: a word that comes and goes would only move the page. */
const NOTICED = 150;

/** A piece of work that may take a while and may fail; of several the latest counts. */
export class Attempt {
  status = $state<'idle' | 'waiting' | 'failed'>('idle');
  #latest = 0;

  /** Runs the work and hands on what it found, unless other work was begun meanwhile. */
  async run<T>(work: () => Promise<T>, found: (result: T) => void): Promise<void> {
    const own = ++this.#latest;
    const isLatest = () => own === this.#latest;
    const timer = setTimeout(() => {
      if (isLatest()) this.status = 'waiting';
    }, NOTICED);
    try {
      const result = await work();
      if (!isLatest()) return;
      found(result);
      this.status = 'idle';
    } catch (error) {
      if (!isLatest()) return;
      console.error(error);
      this.status = 'failed';
    } finally {
      clearTimeout(timer);
    }
  }

  /** What is under way does not matter any more. */
  drop(): void {
    this.#latest += 1;
    this.status = 'idle';
  }
}
