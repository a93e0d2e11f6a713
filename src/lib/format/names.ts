import { isCityWithPowiatRights, levelOf, type Unit } from '../domain';

type Named = Pick<Unit, 'teryt' | 'name'>;

/** `gmina Lubartów`, `powiat lubartowski`, `Kraków – miasto na prawach powiatu`, `województwo lubelskie`, `Polska`. */
export function fullName(unit: Named): string {
  switch (levelOf(unit.teryt)) {
    case 'kraj':
      return 'Polska';
    case 'wojewodztwo':
      return `województwo ${unit.name}`;
    case 'powiat':
      return isCityWithPowiatRights(unit.teryt)
        ? `${unit.name} – miasto na prawach powiatu`
        : `powiat ${unit.name}`;
    case 'gmina':
      return unit.name;
  }
}

/** For the end of a line and the head of a column: `powiat lubartowski`, `woj. lubelskie`. */
export function shortName(unit: Named): string {
  switch (levelOf(unit.teryt)) {
    case 'kraj':
      return 'Polska';
    case 'wojewodztwo':
      return `woj. ${unit.name}`;
    case 'powiat':
      return isCityWithPowiatRights(unit.teryt) ? unit.name : `powiat ${unit.name}`;
    case 'gmina':
      return unit.name;
  }
}

/**
 * Where a value of the area holds: `w powiecie lubartowskim`, `w województwie lubelskim`, `w kraju`.
 * Names of towns cannot be declined by rule, so they stand in the nominative: `w mieście Kraków`, `w gminie Lubartów`.
 */
export function locative(unit: Named): string {
  switch (levelOf(unit.teryt)) {
    case 'wojewodztwo':
      return `w województwie ${unit.name.replace(/ie$/, 'im')}`;
    case 'powiat':
      return isCityWithPowiatRights(unit.teryt)
        ? `w mieście ${unit.name}`
        : `w powiecie ${unit.name.replace(/([iy])(?=\s|$)/g, '$1m')}`;
    case 'gmina':
      return `w gminie ${unit.name}`;
    case 'kraj':
      return 'w kraju';
  }
}

/** Genitive of an area above the gmina: `powiatu lubartowskiego`, `województwa lubelskiego`. */
export function genitive(unit: Named): string {
  switch (levelOf(unit.teryt)) {
    case 'wojewodztwo':
      return `województwa ${unit.name.replace(/ie$/, 'iego')}`;
    case 'powiat':
      return isCityWithPowiatRights(unit.teryt)
        ? `miasta ${unit.name}`
        : `powiatu ${unit.name.replace(/i(?=\s|$)/g, 'iego').replace(/y(?=\s|$)/g, 'ego')}`;
    case 'gmina':
      return `gminy ${unit.name}`;
    case 'kraj':
      return 'kraju';
  }
}
