// The script of an embedded chart: choices in the address, height for the host page, values of a year. Where the chart was
// drawn beforehand nothing of it is needed to read it; where not, it brings what draws it.
(() => {
  const root = document.documentElement;
  const base = new URL(document.currentScript.src).pathname.replace(/\/osadz-strona\.js$/, '');
  /** Where the chart stands; nothing until it is drawn. */
  let stage = document.querySelector('.stage');
  const asked = new URLSearchParams(location.search);

  /** Colours: `motyw=jasny|ciemny`, else as the reader's system has it. */
  const theme = asked.get('motyw');
  if (theme === 'jasny' || theme === 'ciemny') {
    for (const rule of document.styleSheets[0].cssRules)
      if (rule instanceof CSSMediaRule && rule.media.mediaText.includes('prefers-color-scheme'))
        rule.media.mediaText = theme === 'ciemny' ? 'all' : 'not all';
    root.style.colorScheme = theme === 'ciemny' ? 'dark' : 'light';
  }

  /** Red, green and blue of `#abc` or `#aabbcc`; nothing of any other text. */
  const rgb = (text) => {
    const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text ?? '')?.[1];
    if (digits === undefined) return null;
    const pairs = digits.length === 3 ? [...digits].map((digit) => digit + digit) : digits.match(/../g);
    return pairs.map((pair) => parseInt(pair, 16));
  };
  /** Relative luminance of WCAG 2.1. */
  const luminance = (colour) => {
    const [r, g, b] = colour.map((part) =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (light + 0.05) / (dark + 0.05);
  };
  /** `akcent=0a58a6`: colour of the gmina's marks; refused below 3:1 on the paper. Links keep theirs, which must be 4,5:1. */
  function accent() {
    if (!stage) return;
    const wanted = rgb(asked.get('akcent'));
    stage.style.removeProperty('--gmina');
    const paper = rgb(getComputedStyle(root).getPropertyValue('--paper').trim());
    if (wanted && paper && contrast(wanted, paper) >= 3)
      stage.style.setProperty('--gmina', `rgb(${wanted.join(' ')})`);
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', accent);

  const natural = () => {
    document.body.style.minHeight = '0';
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    document.body.style.minHeight = '';
    return height;
  };

  /** `wysokosc=480`: the chart is made as small as it must be for the page to fit, though never unreadable. */
  const limit = /^\d{3,4}$/.test(asked.get('wysokosc') ?? '') ? Number(asked.get('wysokosc')) : 0;
  function fit() {
    if (!stage || limit < 300 || limit > 2000 || document.querySelector('details').open) return;
    stage.style.maxWidth = '';
    const over = natural() - limit;
    const { width, height } = stage.getBoundingClientRect();
    if (over > 0 && height > 0)
      stage.style.maxWidth = `${Math.max(280, ((height - over) / height) * width)}px`;
  }

  let told = 0;
  function tell(always) {
    const height = natural();
    if (parent === window || (height === told && always !== true)) return;
    told = height;
    const id = asked.get('childId');
    if (id !== null) parent.postMessage(`pymxPYMx${id}xPYMxheightxPYMx${height}`, '*');
    parent.postMessage({ sentinel: 'amp', type: 'embed-size', height }, '*');
    parent.postMessage({ 'datawrapper-height': { gminoskop: height } }, '*');
  }
  const refit = () => {
    fit();
    tell();
  };
  addEventListener('resize', refit);
  addEventListener('message', ({ data }) => {
    if (data === 'osadz-wysokosc') tell(true);
  });

  const rowsOf = () => [...document.querySelectorAll('tbody tr')];
  const yearOf = (row) => Number(row.cells[0].textContent);
  const shownChart = () =>
    [...stage.querySelectorAll('.wide, .narrow')].find((box) => box.getClientRects().length > 0)
      ?.firstElementChild;

  /** Values of a year, by pointer and by arrow keys. */
  function readable() {
    if (!shownChart()?.hasAttribute('data-years')) return;
    const add = (parentNode, className, attributes = {}) => {
      const node = document.createElement('div');
      node.className = className;
      for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
      parentNode.append(node);
      return node;
    };
    const rule = add(stage, 'rule');
    const tip = add(stage, 'tip');
    const reader = add(stage, 'reader', {
      role: 'slider',
      tabindex: '0',
      'aria-label': 'Odczyt wartości z wykresu według lat',
    });
    const linesOf = (row) => {
      const heads = [...document.querySelectorAll('thead th')].map((head) => head.textContent.trim());
      return [...row.cells]
        .slice(1)
        .map((cell, at) => `${heads[at + 1]}: ${cell.textContent.trim().replace(/\s+/g, ' ')}`);
    };
    const hide = () => {
      rule.hidden = tip.hidden = true;
    };
    let at = -1;
    function show(index) {
      const rows = rowsOf();
      at = Math.min(rows.length - 1, Math.max(0, index));
      const row = rows[at];
      const chart = shownChart();
      const place = chart
        .getAttribute('data-years')
        .split(' ')
        .map((pair) => pair.split(':').map(Number))
        .find(([year]) => year === yearOf(row));
      const lines = linesOf(row);
      reader.setAttribute('aria-valuenow', String(yearOf(row)));
      reader.setAttribute('aria-valuetext', `${yearOf(row)}: ${lines.join('; ')}`);
      if (!place) return hide();
      const share = (place[1] / Number(chart.getAttribute('viewBox').split(' ')[2])) * 100;
      rule.style.left = `${share}%`;
      tip.style.left = share > 50 ? 'auto' : `calc(${share}% + 8px)`;
      tip.style.right = share > 50 ? `calc(${100 - share}% + 8px)` : 'auto';
      tip.replaceChildren(
        ...[String(yearOf(row)), ...lines].map((text) =>
          Object.assign(document.createElement('p'), { textContent: text }),
        ),
      );
      rule.hidden = tip.hidden = false;
    }
    const all = rowsOf();
    reader.setAttribute('aria-valuemin', String(yearOf(all[0])));
    reader.setAttribute('aria-valuemax', String(yearOf(all.at(-1))));
    reader.setAttribute('aria-valuenow', String(yearOf(all.at(-1))));
    hide();
    const point = (event) => {
      const chart = shownChart();
      const box = stage.getBoundingClientRect();
      const shift = Number(chart.getAttribute('data-shift') ?? 0);
      let x = ((event.clientX - box.left) / box.width) * Number(chart.getAttribute('viewBox').split(' ')[2]);
      if (shift > 0 && x > shift) x -= shift;
      const places = chart
        .getAttribute('data-years')
        .split(' ')
        .map((pair) => pair.split(':').map(Number));
      const [year] = places.reduce((best, one) =>
        Math.abs(one[1] - x) < Math.abs(best[1] - x) ? one : best,
      );
      show(rowsOf().findIndex((row) => yearOf(row) === year));
    };
    reader.addEventListener('pointermove', point);
    reader.addEventListener('pointerdown', point);
    reader.addEventListener('pointerleave', hide);
    reader.addEventListener('blur', hide);
    reader.addEventListener('keydown', (event) => {
      const last = rowsOf().length - 1;
      const from = at < 0 ? last : at;
      const to = {
        ArrowLeft: from - 1,
        ArrowDown: from - 1,
        ArrowRight: from + 1,
        ArrowUp: from + 1,
        Home: 0,
        End: last,
      };
      if (event.key === 'Escape') hide();
      if (to[event.key] === undefined) return;
      event.preventDefault();
      show(at < 0 ? last : to[event.key]);
    });
  }

  /** The chart is there: as it came, or drawn anew. */
  function start() {
    stage = document.querySelector('.stage');
    accent();
    document.querySelector('details').addEventListener('toggle', () => tell());
    fit();
    tell(true);
    readable();
  }

  const waits = !stage;
  /** What an address that was not drawn beforehand shows besides its chart: by class. */
  const only = (name) => {
    for (const part of document.querySelectorAll('main > div')) part.hidden = part.className !== name;
    tell(true);
  };
  /** `lata=2016-2020`, `porownaj=120103,120104`: what cannot be changes nothing. Also in a frame that is still hidden. */
  const draw = () => {
    if (waits) only('waits');
    import('./osadz-rysuj.js')
      .then(({ redraw }) => redraw(location, base))
      .then((drawn) => {
        if (drawn) start();
        else if (waits) only('absent');
      })
      .catch((error) => {
        console.warn(error);
        // What was drawn beforehand stays as it came, and says what it shows.
        if (waits) only('failed');
      });
  };
  if (waits) document.querySelector('.failed button').addEventListener('click', draw);
  else start();
  if (waits || asked.has('lata') || asked.has('porownaj')) draw();
})();
