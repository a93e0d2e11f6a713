import { browser } from '$app/environment';
import { base } from '$app/paths';
import { linksFor } from '../state/links';

/** Links of the site under the base path it was built for, to the data that this page was made of. */
export const links = linksFor(base, browser ? document.documentElement.dataset.version : '');
