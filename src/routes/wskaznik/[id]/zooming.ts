import { select, zoom, zoomIdentity, type ZoomBehavior, type ZoomTransform } from 'd3';

const MOST = 12;

/** Enlarging and moving a map by wheel, fingers, pointer and commands; it outlives the drawing. */
export class MapZoom {
  #transform: ZoomTransform = zoomIdentity;
  #window: SVGSVGElement | null = null;
  readonly #behavior: ZoomBehavior<SVGSVGElement, unknown> = zoom<SVGSVGElement, unknown>()
    .scaleExtent([1, MOST])
    .filter((event: Event) => !('button' in event) || (event as MouseEvent).button === 0)
    .on('zoom', ({ transform }: { transform: ZoomTransform }) => {
      this.#transform = transform;
      this.#show();
    });

  /** Takes over a new drawing, as it was enlarged before unless it is of something else. */
  take(drawing: Element | null, keep: boolean): void {
    this.#window = drawing?.querySelector<SVGSVGElement>('svg.window') ?? null;
    if (!keep) this.#transform = zoomIdentity;
    if (!this.#window) return;
    const { width, height } = this.#window.viewBox.baseVal;
    this.#behavior
      .extent([
        [0, 0],
        [width, height],
      ])
      .translateExtent([
        [0, 0],
        [width, height],
      ]);
    drawing?.addEventListener('touchmove', this.#leaveToPage, { capture: true, passive: true });
    const own = select(this.#window).call(this.#behavior);
    this.#behavior.transform(own, this.#transform);
  }

  by(factor: number): void {
    if (this.#window) this.#behavior.scaleBy(select(this.#window), factor);
  }
  move(x: number, y: number): void {
    if (!this.#window) return;
    const { k } = this.#transform;
    this.#behavior.translateBy(select(this.#window), x / k, y / k);
  }
  reset(): void {
    if (this.#window) this.#behavior.transform(select(this.#window), zoomIdentity);
  }

  /** One finger scrolls the page, until the map is enlarged; it is known here, so that a second one can join it. */
  readonly #leaveToPage = (event: Event): void => {
    if ((event as TouchEvent).touches.length === 1 && this.#transform.k === 1) event.stopPropagation();
  };

  #show(): void {
    const { x, y, k } = this.#transform;
    this.#window?.querySelector('.zoomed')?.setAttribute('transform', `translate(${x},${y}) scale(${k})`);
    this.#window?.classList.toggle('enlarged', k > 1);
  }
}
