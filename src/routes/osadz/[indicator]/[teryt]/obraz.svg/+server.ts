import { error } from '@sveltejs/kit';
import { draw } from '$lib/charts/draw';
import { svg } from '$lib/charts/drawing';
import chartCss from '$lib/components/styles/chart.css?inline';
import light from '$lib/components/styles/light.css?inline';
import { framedChart } from '$lib/export/framed-chart';
import { serverDocument, xmlOf } from '$lib/server';
import { packedCss } from '../../../../document';
import { aboutEmbed, embedEntries, embedOf } from '../../../embeds';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = embedEntries;

/** The light theme: a picture is on white, whatever the reader's theme. */
const css = packedCss(light, chartCss.slice(0, chartCss.indexOf('@media')));
const colours = { paper: '#ffffff', ink: '#1a1d21', muted: '#565e68', doubt: '#a4262c' };

/** The chart as a picture with all that must travel with it, for pages that allow no frame. */
export const GET: RequestHandler = async ({ params }) => {
  const embed = await embedOf(params.indicator, params.teryt);
  if (!embed) error(404, 'Nie ma takiego wykresu do osadzenia');
  const about = aboutEmbed(embed);
  const chart = draw(embed.figure.spec, 'wide', about.title, serverDocument);
  const picture = framedChart(chart, about, colours, serverDocument);
  // The chart keeps its classes, and with them the stylesheet it is drawn for.
  picture.querySelector(':scope > g')?.setAttribute('class', 'chart');
  picture.prepend(svg(serverDocument, 'style', {}, css));
  return new Response(xmlOf(picture), { headers: { 'Content-Type': 'image/svg+xml' } });
};
