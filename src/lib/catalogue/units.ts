import {
  GMINA_TYPES,
  KRAJ,
  isCityWithPowiatRights,
  levelOf,
  parentOf,
  type GminaType,
  type Level,
  type Unit,
} from '../domain';

/** All areas by TERYT code, with the country on top. */
export class Units {
  readonly #byTeryt = new Map<string, Unit>();
  readonly #children = new Map<string, string[]>();

  constructor(units: Iterable<Unit>) {
    const kraj: Unit = { teryt: KRAJ, level: 'kraj', name: 'Polska', since: null, until: null };
    for (const unit of [kraj, ...units]) this.#byTeryt.set(unit.teryt, unit);
    for (const teryt of [...this.#byTeryt.keys()].sort()) {
      const parent = parentOf(teryt);
      if (parent === null) continue;
      const siblings = this.#children.get(parent);
      if (siblings) siblings.push(teryt);
      else this.#children.set(parent, [teryt]);
    }
  }

  get(teryt: string): Unit | undefined {
    return this.#byTeryt.get(teryt);
  }

  has(teryt: string): boolean {
    return this.#byTeryt.has(teryt);
  }

  /** @throws when there is no such area. */
  require(teryt: string): Unit {
    const unit = this.#byTeryt.get(teryt);
    if (!unit) throw new Error(`no area with TERYT code ${teryt} in data/units`);
    return unit;
  }

  /** All areas of a level, by code. */
  all(level: Level): Unit[] {
    return [...this.#byTeryt.values()]
      .filter((unit) => unit.level === level)
      .sort((a, b) => (a.teryt < b.teryt ? -1 : 1));
  }

  /** Codes of the areas directly below, sorted. */
  childrenOf(teryt: string): readonly string[] {
    return this.#children.get(teryt) ?? [];
  }

  /** Codes of all gminy of an area of any level, sorted; a gmina is its own only one. */
  gminyOf(teryt: string): string[] {
    if (levelOf(teryt) === 'gmina') return this.has(teryt) ? [teryt] : [];
    return this.childrenOf(teryt).flatMap((child) => this.gminyOf(child));
  }

  /** Those of them that there were in a year. */
  gminyIn(teryt: string, year: number): string[] {
    return this.gminyOf(teryt).filter((code) => {
      const { since, until } = this.require(code);
      return (since === null || since <= year) && (until === null || until >= year);
    });
  }

  /** The areas above a unit, nearest first: powiat, województwo, Poland. */
  ancestorsOf(teryt: string): string[] {
    const parent = parentOf(teryt);
    return parent === null ? [] : [parent, ...this.ancestorsOf(parent)];
  }

  /**
   * Codes under which a unit's own values may stand. A city with powiat rights is a gmina and a powiat at once,
   * and sources file it under either: its page shows both.
   */
  ownCodes(teryt: string): string[] {
    if (!isCityWithPowiatRights(teryt)) return [teryt];
    return levelOf(teryt) === 'gmina' ? [teryt, teryt.slice(0, 4)] : [teryt, ...this.childrenOf(teryt)];
  }

  /** Bare name: "Lubartów", "lubartowski", "lubelskie", "Polska". */
  name(teryt: string): string {
    return this.require(teryt).name;
  }

  /** Name with its kind: "Lubartów", "powiat lubartowski", "województwo lubelskie"; a city with powiat rights by its name alone. */
  fullName(teryt: string): string {
    const { level, name } = this.require(teryt);
    if (level === 'wojewodztwo') return `województwo ${name}`;
    return level === 'powiat' && !isCityWithPowiatRights(teryt) ? `powiat ${name}` : name;
  }

  /** Type of a gmina in the latest register not after `year`; `null` where it did not exist or is no gmina. */
  typeOf(teryt: string, year = Infinity): GminaType | null {
    const types = Object.entries(this.require(teryt).types ?? {}).sort(([a], [b]) => Number(a) - Number(b));
    const known = types.filter(([registerYear]) => Number(registerYear) <= year);
    return (known.at(-1) ?? types[0])?.[1] ?? null;
  }

  /** "gmina miejska", "gmina wiejska", "gmina miejsko-wiejska", "miasto na prawach powiatu", "powiat", "województwo", "kraj". */
  typeName(teryt: string, year?: number): string {
    const { level } = this.require(teryt);
    if (level === 'wojewodztwo') return 'województwo';
    if (level === 'kraj') return 'kraj';
    if (isCityWithPowiatRights(teryt)) return 'miasto na prawach powiatu';
    if (level === 'powiat') return 'powiat';
    const type = this.typeOf(teryt, year);
    return type === null ? 'gmina' : GMINA_TYPES[type];
  }
}
