import { distance } from 'fastest-levenshtein';
import { GMINA_TYPES } from '../domain/gmina-types';
import { isCityWithPowiatRights } from '../domain/city';
import { WOJEWODZTWA } from '../domain/wojewodztwa';
import { comparePl, foldName } from '../format/collate';
import type { ListedUnit } from './published-units';
import { isInflected, kindOf, type Kind } from './search-words';

/** An area that a search leads to. */
export interface FoundArea {
  teryt: string;
  name: string;
  /** What it is and where. */
  about: string;
  full: boolean;
}
export interface Found {
  /** Those that fit, best first. */
  fitting: FoundArea[];
  /** Where none fits: those whose names are nearest in spelling. */
  nearest: FoundArea[];
}
interface Area extends FoundArea {
  level: 'gmina' | 'powiat' | 'wojewodztwo';
  type: number;
  key: string;
  own: string[];
  above: string[];
}
interface Fit {
  area: Area;
  /** The smaller, the better, from the first number on. */
  rank: readonly number[];
}

const MOST = 12;
const NEAREST = 3;

/**
 * A search over all gminy and, unless `gminyOnly`, the powiaty and województwa they make up. Each word must fit the
 * name, the powiat, the województwo or the kind of an area; case of letters, diacritics and grammar do not matter.
 */
export function searchOf(
  units: readonly ListedUnit[],
  { gminyOnly = false }: { gminyOnly?: boolean } = {},
): (typed: string) => Found {
  const areas = gminyOnly ? units.map(gminaOf) : [...units.map(gminaOf), ...areasAbove(units)];
  return (typed) => {
    const words = foldName(typed)
      .split(' ')
      .filter((word) => word !== '');
    if (words.length === 0) return { fitting: [], nearest: [] };
    const asked = words.map((word, at) => ({ word, kind: kindOf(word, at === words.length - 1) }));
    const fits = /^[\d ]+$/.test(words.join(' '))
      ? byCode(areas, words.join(''))
      : areas.flatMap((area) => fitOf(area, asked) ?? []);
    if (fits.length > 0) return { fitting: best(fits, MOST), nearest: [] };
    const named = asked.filter(({ kind }) => kind === null).map(({ word }) => word);
    if (named.length === 0) return { fitting: [], nearest: [] };
    return {
      fitting: [],
      nearest: best(
        areas.map((area) => nearnessOf(area, named, asked)),
        NEAREST,
      ),
    };
  };
}

const wojOf = (teryt: string): string => WOJEWODZTWA[teryt.slice(0, 2)] ?? '';
const wordsOf = (...names: string[]): string[] => names.flatMap((name) => foldName(name).split(' '));

function gminaOf({ teryt, name, type, powiat, full }: ListedUnit): Area {
  const city = isCityWithPowiatRights(teryt);
  const what = city ? 'miasto na prawach powiatu' : (GMINA_TYPES[type as 1 | 2 | 3] ?? 'gmina');
  const woj = wojOf(teryt);
  return {
    teryt,
    name,
    about: `${what}, ${city ? '' : `powiat ${powiat}, `}woj. ${woj}`,
    full,
    level: 'gmina',
    type,
    key: foldName(name),
    own: wordsOf(name),
    above: wordsOf(powiat, woj),
  };
}

function areasAbove(units: readonly ListedUnit[]): Area[] {
  const powiaty = new Map(units.map((unit) => [unit.teryt.slice(0, 4), unit]));
  const area = (level: Area['level'], teryt: string, name: string, above: string): Area => ({
    teryt,
    name:
      level === 'wojewodztwo'
        ? `województwo ${name}`
        : `powiat ${isCityWithPowiatRights(teryt) ? 'm. ' : ''}${name}`,
    about: above === '' ? '' : `woj. ${above}`,
    full: units.some((unit) => unit.full && unit.teryt.startsWith(teryt)),
    level,
    type: 0,
    key: foldName(name),
    own: wordsOf(name),
    above: wordsOf(above),
  });
  return [
    ...[...powiaty].map(([teryt, { powiat }]) => area('powiat', teryt, powiat, wojOf(teryt))),
    ...Object.entries(WOJEWODZTWA).map(([teryt, name]) => area('wojewodztwo', teryt, name, '')),
  ];
}

/** By the beginning of a code; of seven digits the last is the type, and a spreadsheet may have lost the first zero. */
function byCode(areas: readonly Area[], digits: string): Fit[] {
  const begins = (code: string): Fit[] =>
    areas
      .filter(({ teryt }) => teryt.startsWith(code))
      .map((area) => ({ area, rank: [area.teryt.length, Number(area.teryt)] }));
  for (const code of [digits, `0${digits}`]) {
    const fits = begins(code.length === 7 ? code.slice(0, 6) : code);
    if (fits.length > 0) return fits;
  }
  return [];
}

interface Word {
  word: string;
  kind: Kind | null;
}

function fitOf(area: Area, asked: readonly Word[]): Fit | null {
  const named: string[] = [];
  const kinds: Kind[] = [];
  let inflected = 0;
  let above = 0;
  for (const { word, kind } of asked) {
    if (kind === 'nothing' && asked.length > 1) continue;
    if (area.own.some((own) => own.startsWith(word))) named.push(word);
    else if (kind !== null && fitsKind(area, kind, asked)) kinds.push(kind);
    else if (area.own.some((own) => isInflected(word, own))) inflected++;
    else if (area.above.some((own) => own.startsWith(word) || isInflected(word, own))) above++;
    else return null;
  }
  const names = named.length + inflected;
  if (names + above === 0) return null;
  // A city as a powiat has a page of its own, for who asks for it.
  if (area.level === 'powiat' && isCityWithPowiatRights(area.teryt) && !kinds.includes('powiat')) return null;
  const typed = named.join(' ');
  const whole = inflected === 0 && area.key === typed;
  const begins = inflected + above === 0 && area.key.startsWith(typed);
  const nearness = whole ? 0 : begins ? 1 : names === 0 ? 4 : inflected > 0 ? 2 : 3;
  // „gmina Lubartów” is the one around the town, „miasto” the town.
  const preferred =
    (kinds.includes('powiat') && area.level === 'powiat') ||
    (kinds.includes('wojewodztwo') && area.level === 'wojewodztwo') ||
    (kinds.includes('gmina') && !kinds.includes('miasto') && area.type === 2) ||
    (kinds.includes('miasto') && area.type === 1);
  const order = ['gmina', 'powiat', 'wojewodztwo'].indexOf(area.level);
  const wanted = kinds.some((kind) => kind === area.level) ? 0 : 1;
  return {
    area,
    rank: [
      kinds.includes('powiat') || kinds.includes('wojewodztwo') ? wanted : 0,
      nearness,
      -names,
      preferred ? 0 : 1,
      nearness === 0 && area.full ? 0 : 1,
      order,
    ],
  };
}

function fitsKind(area: Area, kind: Kind, asked: readonly Word[]): boolean {
  const both = asked.some((one) => one.kind === 'miejsko');
  switch (kind) {
    case 'nothing':
    case 'wojewodztwo':
      return true;
    case 'powiat':
      return area.level !== 'wojewodztwo';
    case 'gmina':
      return area.level === 'gmina';
    case 'miasto':
      return area.type === 1 || area.type === 3;
    case 'miejska':
      return area.type === 1;
    case 'miejsko':
      return area.type === 3;
    case 'wiejska':
      return both ? area.type === 3 : area.type === 2;
  }
}

/** How far in spelling: as a whole name, or word by word with what the area lies in. */
function nearnessOf(area: Area, named: readonly string[], asked: readonly Word[]): Fit {
  const all = [...area.own, ...area.above];
  const byWord = named.reduce((sum, word) => sum + Math.min(...all.map((own) => distance(word, own))), 0);
  const byName = distance(named.join(' '), area.key);
  const kinds = asked.filter(({ kind }) => kind !== null && !fitsKind(area, kind, asked)).length;
  // A near powiat fits all its gminy: the one whose own name is near comes first.
  return { area, rank: [Math.min(byWord, byName) + kinds, byName, area.full ? 0 : 1] };
}

function best(fits: readonly Fit[], most: number): FoundArea[] {
  return fits
    .toSorted((a, b) => {
      for (const [at, own] of a.rank.entries()) {
        const other = b.rank[at] ?? 0;
        if (own !== other) return own - other;
      }
      return comparePl(a.area.name, b.area.name) || (a.area.teryt < b.area.teryt ? -1 : 1);
    })
    .slice(0, most)
    .map(({ area: { teryt, name, about, full } }) => ({ teryt, name, about, full }));
}
