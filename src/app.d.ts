import type { DatasetHead } from './routes/dataset-ld';
import type { ShareHead } from './routes/share-head';

declare global {
  /** The site's own address without a trailing slash; empty where it was not given at build (vite.config.ts). */
  const __SITE_URL__: string;
  /** The operator keeps an archive: charts of this version of the data have an address of their own. */
  const __ARCHIVED__: boolean;
  /** Charts for other sites: each drawn in the build in a page of its own, or by the browser that shows it. */
  const __EMBEDS__: 'pages' | 'browser';
  namespace App {
    interface Locals {
      /** What the page is a data set of (`dataset-ld.ts`): written into its head, and not a second time for hydration. */
      dataset?: DatasetHead | undefined;
      /** Page that other sites may frame in place of the one that is made. */
      embed?: string;
      /** What other places show of the page where a link to it is shared (`share-head.ts`). */
      share?: ShareHead;
    }
  }
}
export {};
