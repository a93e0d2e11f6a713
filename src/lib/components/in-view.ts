type Told = (inView: boolean) => void;

const told = new WeakMap<Element, Told>();
let observer: IntersectionObserver | undefined;

/**
 * Tells, when the page has been laid out, whether an element is on the screen, and each time that changes: asking later
 * would lay the page out anew. @returns ends it
 */
export function watchInView(element: Element, tell: Told): () => void {
  observer ??= new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) told.get(target)?.(isIntersecting);
  });
  told.set(element, tell);
  observer.observe(element);
  return () => observer?.unobserve(element);
}

/** Longest that something not in view waits on a busy page. */
const PATIENCE = 1000;

/** Runs work when the browser has nothing better to do. Safari has no such moment: soon, there. */
export function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: PATIENCE });
  else setTimeout(work, 1);
}
