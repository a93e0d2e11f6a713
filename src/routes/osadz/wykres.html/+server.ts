import { render } from 'svelte/server';
import { base } from '$app/paths';
import { links } from '$lib/components/links';
import { htmlDocument } from '../../document';
import { FRAME_POLICY, frameCss } from '../frame-css';
import FrameShell from './FrameShell.svelte';
import type { RequestHandler } from './$types';

export const prerender = true;

/**
 * The page of a chart that is not drawn beforehand (`EMBEDS=browser`): the same for all, laid at every chart's address
 * when the site is built (`scripts/frames.mjs`).
 */
export const GET: RequestHandler = () => {
  const { head, body } = render(FrameShell, { props: { base, home: links.home } });
  return htmlDocument({ head, body, css: frameCss, policy: FRAME_POLICY });
};
