import type { FigureModel } from '../../../src/lib/charts/figure';
import type { TrendSpec } from '../../../src/lib/charts/spec';

/** A chart with a doubt, a gap, a forecast, a mean with its interval, and texts that are hard to write. */
export const trendSpec: TrendSpec = {
  type: 'trend',
  unit: '%',
  decimals: 2,
  fromZero: true,
  breaks: [{ year: 2019, label: 'nowa podstawa', reason: 'Zmieniono definicję.', effect: 'break' }],
  series: [
    {
      key: 'gmina',
      name: 'Łódź, =gmina',
      label: 'Łódź',
      role: 'gmina',
      kind: 'reported',
      points: [
        {
          year: 2018,
          value: -2.3456,
          state: 'ok',
          source: 'ozps-106101-2019',
          anchor: 's7-w1-assess',
        },
        { year: 2019, value: null, state: 'missing', missing: 'unreadable' },
        {
          year: 2020,
          value: 2.5,
          state: 'doubtful',
          forecast: true,
          doubt: 'Słaby skan; „7” albo "1"',
          source: 'ozps-106101-2019',
          anchor: 's7-w2-forecast',
        },
      ],
    },
    {
      key: 'powiat',
      name: 'powiat – średnia z gmin',
      label: 'powiat',
      role: 'powiat',
      kind: 'plain-mean',
      points: [{ year: 2018, value: 2, state: 'ok', low: 1.5, high: 2.5 }],
    },
  ],
};

export const figure: FigureModel = {
  indicator: 'deprywacja-lokalna',
  unit: '106101',
  title: 'Deprywacja lokalna – Łódź <&> "spadek"',
  subtitle: '% mieszkańców, 2018–2020',
  spec: trendSpec,
  reading: 'Łódź: 2,50%.',
  caveats: ['Wskaźnik nie mierzy ubóstwa.'],
  origins: [{ text: 'OZPS 2019', source: 'ozps-106101-2019', anchor: 's7-w1-assess' }],
};
