import { z } from 'zod';
import { WOJEWODZTWA } from '../domain/wojewodztwa';
import { LONGEST_QUERY, MOST_CHOSEN, MOST_SIDE_BY_SIDE } from './limits';

/** A span that may be open at either end. */
export interface Bounds {
  from: number | null;
  to: number | null;
}

/** Parts of a list in the URL, each by itself: one that does not parse takes none of the others with it. */
interface ListKey {
  part: (text: string) => string | null;
  most: number;
}
const isArea = (code: string): boolean => WOJEWODZTWA[code.slice(0, 2)] !== undefined;
/**
 * Six digits of a gmina. Of seven the last is its type, and a spreadsheet drops the zero in front, which leaves no
 * województwo of such a code; `null` where there is none in any case.
 */
function gminaCode(text: string): string | null {
  if (!/^\d{5,7}$/.test(text)) return null;
  return [text, `0${text}`].find((code) => /^\d{6,7}$/.test(code) && isArea(code))?.slice(0, 6) ?? null;
}

/** Keys of the URL, each with its meaning, its parser and what stands where it is absent. */
export const KEYS = {
  /** Gminy drawn beside the gmina of the page. */
  porownaj: {
    label: 'porównywane gminy',
    part: gminaCode,
    most: 3,
    fallback: [] as string[],
    write: (value: string[]) => value.join(','),
  },
  /** Years shown, `2015-2020`. */
  lata: {
    label: 'lata',
    schema: z
      .string()
      .regex(/^(19|20)\d\d-(19|20)\d\d$/)
      .transform((text) => text.split('-').map(Number) as [number, number])
      .refine(([from, to]) => from <= to),
    fallback: null as [number, number] | null,
    write: (value: [number, number] | null) => (value ? value.join('-') : ''),
  },
  rok: {
    label: 'rok',
    schema: z
      .string()
      .regex(/^(19|20)\d\d$/)
      .transform(Number),
    fallback: null as number | null,
    write: (value: number | null) => (value === null ? '' : String(value)),
  },
  woj: {
    label: 'województwo',
    schema: z.string().regex(/^\d{2}$/),
    fallback: '' as string,
    write: (value: string) => value,
  },
  powiat: {
    label: 'powiat',
    schema: z.string().regex(/^\d{4}$/),
    fallback: '' as string,
    write: (value: string) => value,
  },
  /** Type of a gmina: 1 miejska, 2 wiejska, 3 miejsko-wiejska. */
  typ: {
    label: 'rodzaj gminy',
    schema: z.enum(['1', '2', '3']),
    fallback: '' as string,
    write: (value: string) => value,
  },
  /** Only areas that have another indicator within bounds: `obs-stopa-bezrobocia:5..10`, `…:5..`, `…:..10`. */
  warunek: {
    label: 'warunek z innego wskaźnika',
    schema: z
      .string()
      .regex(/^[a-z0-9-]+:(-?\d+(\.\d+)?)?\.\.(-?\d+(\.\d+)?)?$/)
      .refine((text) => !text.endsWith(':..'))
      .transform((text) => {
        const [indicator = '', bounds = ''] = text.split(':');
        const [from = null, to = null] = bounds.split('..').map((end) => (end === '' ? null : Number(end)));
        return { indicator, from, to };
      }),
    fallback: null as { indicator: string; from: number | null; to: number | null } | null,
    write: (value: { indicator: string; from: number | null; to: number | null } | null) =>
      value ? `${value.indicator}:${value.from ?? ''}..${value.to ?? ''}` : '',
  },
  /** Areas chosen in the views of an indicator: gminy, or powiaty where it is known no lower. */
  wybrane: {
    label: 'wybrane obszary',
    part: (text: string) => (/^\d{4}$/.test(text) ? text : gminaCode(text)),
    most: MOST_CHOSEN,
    fallback: [] as string[],
    write: (value: string[]) => value.join(','),
  },
  /** Only gminy with so many inhabitants, both ends among them: `5000..20000`, `5000..`, `..20000`. */
  ludnosc: {
    label: 'liczba mieszkańców',
    schema: z
      .string()
      .regex(/^\d{0,8}\.\.\d{0,8}$/)
      .refine((text) => text !== '..')
      .transform((text) => {
        const [from = null, to = null] = text.split('..').map((end) => (end === '' ? null : Number(end)));
        return { from, to };
      })
      .refine(({ from, to }) => from === null || to === null || from <= to),
    fallback: null as Bounds | null,
    write: (value: Bounds | null) => (value ? `${value.from ?? ''}..${value.to ?? ''}` : ''),
  },
  /** Year from which a change is counted, up to `rok`. */
  odroku: {
    label: 'rok, od którego liczy się zmiana',
    schema: z
      .string()
      .regex(/^(19|20)\d\d$/)
      .transform(Number),
    fallback: null as number | null,
    write: (value: number | null) => (value === null ? '' : String(value)),
  },
  /** How the classes of a map are made; quantiles where absent. */
  klasy: {
    label: 'klasy mapy',
    schema: z.enum(['naturalne']),
    fallback: '' as '' | 'naturalne',
    write: (value: '' | 'naturalne') => value,
  },
  /** Order of a ranking; the highest first where absent. */
  porzadek: {
    label: 'porządek',
    schema: z.enum(['rosnaco', 'nazwa']),
    fallback: '' as '' | 'rosnaco' | 'nazwa',
    write: (value: '' | 'rosnaco' | 'nazwa') => value,
  },
  /** Gminy put side by side, in their order. */
  gminy: {
    label: 'gminy obok siebie',
    part: gminaCode,
    most: MOST_SIDE_BY_SIDE,
    fallback: [] as string[],
    write: (value: string[]) => value.join(','),
  },
  /** Indicators shown; all with data where absent. */
  wskazniki: {
    label: 'wskaźniki',
    part: (text: string) => (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) ? text : null),
    most: 40,
    fallback: [] as string[],
    write: (value: string[]) => value.join(','),
  },
  /** A reader's own question to the engine, as `eksplorator/query-address.ts` writes it. */
  zapytanie: {
    label: 'zapytanie SQL',
    schema: z.string().max(LONGEST_QUERY),
    fallback: '' as string,
    write: (value: string) => value,
  },
  /** Weights of what gminy are similar in, 0–5, those that are not 1: `ludnosc:3,pit:0`. */
  wagi: {
    label: 'wagi podobieństwa',
    schema: z
      .string()
      .regex(/^(rodzaj|ludnosc|gestosc|dochody|pit):[0-5](,(rodzaj|ludnosc|gestosc|dochody|pit):[0-5])*$/)
      .transform((text) => {
        const parts = text.split(',').map((part) => part.split(':'));
        return Object.fromEntries(parts.map(([key = '', weight]) => [key, Number(weight)]));
      }),
    fallback: null as Record<string, number> | null,
    write: (value: Record<string, number> | null) =>
      Object.entries(value ?? {})
        .filter(([, weight]) => weight !== 1)
        .map(([key, weight]) => `${key}:${weight}`)
        .join(','),
  },
} as const;

type Keys = typeof KEYS;
export type Key = keyof Keys;
export type ViewState = { [K in Key]: Keys[K]['fallback'] };

export interface ParsedState {
  state: ViewState;
  /** One Polish sentence for each parameter that was left aside. */
  errors: string[];
}

const LONGEST_SHOWN = 40;

/**
 * View state from the query of a URL. Unknown keys are left alone (they may be a mailer's mark);
 * a value that does not parse gives the default and a sentence about it.
 */
export function parseState(query: URLSearchParams): ParsedState {
  const errors: string[] = [];
  const read = <K extends Key>(key: K): Keys[K]['fallback'] => {
    const text = query.get(key);
    if (text === null || text === '') return KEYS[key].fallback;
    const own = KEYS[key];
    if ('part' in own) return readList(own, own.label, key, text, errors);
    const parsed = (own.schema as z.ZodType<Keys[K]['fallback'], string>).safeParse(text);
    if (parsed.success) return parsed.data;
    errors.push(`Pominięto nieprawidłowy parametr adresu „${key}” (${own.label}): „${shortened(text)}”.`);
    return own.fallback;
  };
  return {
    state: {
      porownaj: read('porownaj'),
      lata: read('lata'),
      rok: read('rok'),
      woj: read('woj'),
      powiat: read('powiat'),
      typ: read('typ'),
      warunek: read('warunek'),
      wybrane: read('wybrane'),
      ludnosc: read('ludnosc'),
      odroku: read('odroku'),
      klasy: read('klasy'),
      porzadek: read('porzadek'),
      gminy: read('gminy'),
      wskazniki: read('wskazniki'),
      zapytanie: read('zapytanie'),
      wagi: read('wagi'),
    },
    errors,
  };
}

const shortened = (text: string): string =>
  text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;

function readList(
  { part, most }: ListKey,
  label: string,
  key: string,
  text: string,
  errors: string[],
): string[] {
  const named = text.split(',').map((one) => one.trim());
  const parsed = named.map((one) => ({ one, read: part(one) }));
  const left = parsed.filter(({ read }) => read === null).map(({ one }) => `„${shortened(one)}”`);
  if (left.length > 0)
    errors.push(`Pominięto nieprawidłowe wartości parametru „${key}” (${label}): ${left.join(', ')}.`);
  for (const { one, read } of parsed)
    if (read !== null && read !== one) errors.push(`Kod „${one}” odczytano jako ${read} (${label}).`);
  const all = [...new Set(parsed.flatMap(({ read }) => read ?? []))];
  if (all.length > most)
    errors.push(`Parametr „${key}” (${label}) ma za wiele wartości: pokazano pierwsze ${most}.`);
  return all.slice(0, most);
}

/** The query with the given part of the state written into it; defaults are left out, other keys stay. */
export function writeState(query: URLSearchParams, part: Partial<ViewState>): URLSearchParams {
  const result = new URLSearchParams(query);
  const write = <K extends Key>(key: K, value: Keys[K]['fallback']): void => {
    const text = (KEYS[key].write as (value: Keys[K]['fallback']) => string)(value);
    if (text === '') result.delete(key);
    else result.set(key, text);
  };
  for (const key of Object.keys(part) as Key[]) {
    const value = part[key];
    if (value !== undefined) write(key, value);
  }
  return result;
}
