/* Gminoskop: makes an embedded chart as tall as what it holds, never lower than its height attribute. EUPL-1.2 */
(() => {
  const base = document.currentScript.src.replace(/osadz\.js.*$/, '');
  const { origin } = new URL(base);
  const frames = () =>
    [...document.querySelectorAll('iframe')].filter(({ src }) => src.startsWith(`${base}osadz/`));
  // AMP's embed-size, Datawrapper's and pym's messages.
  const heightIn = (data) => {
    if (typeof data === 'string') return Number(/^pymxPYMx.*xPYMxheightxPYMx(\d+)/.exec(data)?.[1]);
    if (data?.type === 'embed-size') return Number(data.height);
    return Number(Object.values(data?.['datawrapper-height'] ?? {})[0]);
  };
  addEventListener('message', (event) => {
    if (event.origin !== origin) return;
    const height = heightIn(event.data);
    if (!(height > 0 && height < 1e4)) return;
    for (const frame of frames())
      if (frame.contentWindow === event.source)
        frame.style.height = `${Math.max(height, Number(frame.getAttribute('height')) || 0)}px`;
  });
  // What was told before this script ran is asked for again.
  for (const frame of frames()) frame.contentWindow?.postMessage('osadz-wysokosc', origin);
})();
