import { escaped } from '$lib/export/embed-code';
import { SHARE_HEIGHT, SHARE_WIDTH } from '$lib/export/share-picture';

/** What other places show of a page where a link to it is shared: Open Graph, which X reads too. */
export interface ShareHead {
  title: string;
  description: string;
  /** Paths from the root of the site's origin. */
  page: string;
  picture: string | undefined;
  /** What the picture shows, in words. */
  alt: string;
}

type Tag = [kind: 'property' | 'name', key: string, content: string];

const WITHOUT: readonly Tag[] = [['name', 'twitter:card', 'summary']];
const pictured = (address: string, alt: string): Tag[] => [
  ['property', 'og:image', address],
  ['property', 'og:image:type', 'image/png'],
  ['property', 'og:image:width', String(SHARE_WIDTH)],
  ['property', 'og:image:height', String(SHARE_HEIGHT)],
  ['property', 'og:image:alt', alt],
  ['name', 'twitter:card', 'summary_large_image'],
];

/**
 * The tags of a page's head. They must name whole addresses: without the site's own there are none.
 * @param origin `https://example.org`, empty where it is not known
 */
export function shareTags(share: ShareHead | undefined, origin: string): string {
  if (!share || origin === '') return '';
  const tags: Tag[] = [
    ['property', 'og:type', 'website'],
    ['property', 'og:site_name', 'Gminoskop'],
    ['property', 'og:locale', 'pl_PL'],
    ['property', 'og:title', share.title],
    ['property', 'og:description', share.description],
    ['property', 'og:url', `${origin}${share.page}`],
    ...(share.picture === undefined ? WITHOUT : pictured(`${origin}${share.picture}`, share.alt)),
  ];
  return tags.map(([kind, key, content]) => `<meta ${kind}="${key}" content="${escaped(content)}">`).join('');
}
