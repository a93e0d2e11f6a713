import { describe, expect, test } from 'vitest';
import { counted, FORMS } from '../../../src/lib/format';
import { datasetLd, SOURCES_NAMED } from '../../../src/routes/dataset-ld';

const about = (count: number) => ({
  name: 'Deprywacja lokalna',
  description: '',
  page: '/wskaznik/deprywacja-lokalna/',
  years: [2015, 2020],
  measured: ['Deprywacja lokalna'],
  place: 'Polska',
  sources: Array.from({ length: count }, (_, at) => ({ title: `Ocena ${at + 1}`, publisher: 'Gmina' })),
  files: [],
});

describe('a data set for search engines', () => {
  test('names its sources where they are few', () => {
    expect(datasetLd(about(SOURCES_NAMED)).described).toHaveProperty('isBasedOn.length', SOURCES_NAMED);
    expect(datasetLd(about(2)).described).toHaveProperty('isBasedOn.1.name', 'Ocena 2');
  });

  test('does not grow with the country: many sources are counted, with the page that lists them', () => {
    expect(datasetLd(about(2479)).described).toHaveProperty('isBasedOn', [
      {
        '@type': 'CreativeWork',
        name: counted(2479, FORMS.source),
        url: expect.stringMatching(/\/jakosc\/$/) as string,
      },
    ]);
  });
});
