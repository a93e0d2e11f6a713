import { Attempt } from '$lib/components/attempt.svelte';
import { whenIdle } from '$lib/components/in-view';
import type { ViewState } from '$lib/state/url';
import type { Choice, Views } from './all-views';
import { askViews } from './asking';
import type { About } from './loading';
import type { Said } from './words';

/** What the views of an indicator show: as the page came, until a reader asks for anything. */
export class Explorer {
  views = $state.raw<Views | null>(null);
  said = $state.raw<readonly Said[]>([]);
  readonly asking = new Attempt();
  readonly #about: About;

  constructor(about: About, said: readonly Said[]) {
    this.#about = about;
    this.said = said;
  }

  ask(choice: Omit<Choice, 'only'>, condition: ViewState['warunek']): void {
    void this.asking.run(
      () => askViews(this.#about, choice, condition),
      ({ views, said }) => {
        this.views = views;
        // Words take as long again as all charts: they follow.
        whenIdle(() => {
          if (this.views === views) this.said = said();
        });
      },
    );
  }
}
