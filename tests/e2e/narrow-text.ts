import type { Page } from 'playwright-core';

/** What is wrong with the text of a page as it stands: each as the kind of fault and the text. */
export const textFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    const width = document.documentElement.clientWidth;
    const short = (text: string): string => text.trim().replace(/\s+/g, ' ').slice(0, 60);
    /** The box that cuts off or scrolls what it holds. */
    const holder = (element: Element): Element | null => {
      for (let one: Element | null = element; one; one = one.parentElement) {
        const { overflowX } = getComputedStyle(one);
        if (overflowX !== 'visible') return one;
      }
      return null;
    };
    const scrolls = (box: Element): boolean => /auto|scroll/.test(getComputedStyle(box).overflowX);
    /** For screen readers only. */
    const hidden = (element: Element): boolean =>
      element.closest('.visually-hidden, .skip, title, desc') !== null;

    if (document.documentElement.scrollWidth > width)
      faults.push(`page wider than the screen: ${document.documentElement.scrollWidth}`);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      const element = node.parentElement;
      if (
        !element ||
        text.trim() === '' ||
        hidden(element) ||
        !element.checkVisibility({ visibilityProperty: true })
      )
        continue;
      if (element.closest('script, style, noscript, option')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width === 0 || box.height === 0) continue;
        const within = holder(element);
        const edges = within?.getBoundingClientRect();
        if (within && edges && !scrolls(within)) {
          if (within.tagName !== 'svg' && (box.right > edges.right + 1 || box.left < edges.left - 1))
            faults.push(`cut off: ${short(text)}`);
        }
        if (!(within && scrolls(within)) && (box.right > width + 1 || box.left < -1))
          faults.push(`off the screen: ${short(text)}`);
      }
    }
    for (const chart of document.querySelectorAll('svg')) {
      if (!chart.checkVisibility()) continue;
      const frame = chart.getBoundingClientRect();
      const texts = [...chart.querySelectorAll('text')]
        .filter(
          (one) =>
            one.textContent?.trim() !== '' &&
            one.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
        )
        .map((one) => ({ text: short(one.textContent ?? ''), box: one.getBoundingClientRect() }));
      for (const { text, box } of texts)
        if (
          getComputedStyle(chart).overflow !== 'visible' &&
          (box.right > frame.right + 2 || box.left < frame.left - 2)
        )
          faults.push(`cut off in a chart: ${text}`);
      for (const [at, a] of texts.entries())
        for (const b of texts.slice(at + 1)) {
          const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
          const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
          // Lines of text may touch: their boxes have room for accents.
          if (across > 2 && down > Math.min(a.box.height, b.box.height) * 0.35)
            faults.push(`over another label: ${a.text} × ${b.text}`);
        }
    }
    return [...new Set(faults)];
  });
