import chart from '$lib/components/styles/chart.css?inline';
import tokens from '$lib/components/styles/tokens.css?inline';
import { packedCss } from '../document';
import own from './embed.css?inline';

/** Styles of a chart in a frame. */
export const frameCss = packedCss(tokens, chart, own);

/** What its page may load: its script, and what that draws. */
export const FRAME_POLICY = ["script-src 'self'", "connect-src 'self'"];
