import { base } from '$app/paths';
import { linksFor } from '../state/links';

/** Links of the site under the base path it was built for. */
export const links = linksFor(base);
