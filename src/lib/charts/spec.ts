import type { Kind, Level, MissingReason } from '../domain';
import type { UnitName } from '../format/value';
import type { Geometry } from '../geo/geometry';
import type { DrawingName } from './drawing';

/** What is known of a value: `doubtful` stands for any value below the confidence limit or with a doubt in words. */
export type PointState = 'ok' | 'forecast' | 'doubtful' | 'missing';

export interface Point {
  year: number;
  /** `null` exactly where `state` is `missing`. */
  value: number | null;
  state: PointState;
  /** Expected, not reported: also where its reading is doubtful. */
  forecast?: true;
  missing?: MissingReason;
  /** Why the value is doubtful, in words. */
  doubt?: string;
  /** Address of the value: source and anchor. */
  source?: string;
  anchor?: string;
  /** Arithmetic of a computed value. */
  formula?: string;
  /** Ends of the interval of a computed value. */
  low?: number;
  high?: number;
}

/** Who a line is about; `other` is a gmina chosen for comparison. */
export type Role = Level | 'other';

export interface Series {
  key: string;
  /** Full name, for the head of the table: what it is of whom. */
  name: string;
  /** At the end of the line. */
  label: string;
  role: Role;
  kind: Kind;
  points: Point[];
  /** TERYT code, where it is of another unit than the chart: a gmina chosen for comparison. */
  unit?: string;
}

/** Middle half of the gminy or powiaty of an area, year by year, with the median inside. */
export interface Band {
  /** What the values are of. */
  of: 'gmina' | 'powiat';
  name: string;
  label: string;
  points: { year: number; low: number; median: number; high: number; n: number }[];
}

export interface BreakMark {
  year: number;
  label: string;
  reason: string;
  effect: 'break' | 'note';
}

export interface Threshold {
  value: number;
  label: string;
}

export interface TrendSpec {
  type: 'trend';
  unit: UnitName;
  decimals: number;
  series: Series[];
  band?: Band;
  breaks: BreakMark[];
  threshold?: Threshold;
  /** Where the vertical axis starts: at zero, or near the lowest value (an index, say). */
  fromZero: boolean;
  /** Words set below the points of the first series, e.g. the number of workers behind a rate. */
  pointNotes?: { year: number; text: string }[];
  /** Years shown; all where absent. */
  years?: [number, number];
}

/** Two trends in one figure, side by side: limits that are alternatives stand together. */
export interface PairSpec {
  type: 'pair';
  panels: [PanelSpec, PanelSpec];
  /** Further columns of the table twin: what belongs to the rates but is not drawn. */
  columns: TextColumn[];
}
export interface PanelSpec extends TrendSpec {
  title: string;
}
export interface TextColumn {
  head: string;
  cells: { year: number; text: string; note?: string }[];
}

export interface Bar {
  label: string;
  value: number | null;
  state: PointState;
  missing?: MissingReason;
  doubt?: string;
  /** Part of the whole bar drawn filled, e.g. what stands in the budget of the OPS. */
  part?: number | null;
  role?: Role;
  /** What the value is, where the bars are areas. */
  kind?: Kind;
  source?: string;
  anchor?: string;
  formula?: string;
}

/** Horizontal bars, in the order given. */
export interface BarsSpec {
  type: 'bars';
  unit: UnitName;
  decimals: number;
  /** Year of all bars. */
  year?: number;
  bars: Bar[];
  /** Heads of the columns of the table twin: what a bar is, its value, its part. */
  columns: { label: string; value: string; part?: string };
  /** Bars drawn; the rest stands in the table only. */
  most?: number;
  /** A value that the bars are read against, e.g. 100% of what was expected. */
  reference?: Threshold;
}

/** Vertical columns by year, two measures side by side: the one to read and the one as printed. */
export interface ColumnsSpec {
  type: 'columns';
  unit: UnitName;
  decimals: number;
  main: Series;
  beside?: Series;
}

/** All gminy of an area on one axis in one year, one of them marked. */
export interface StripSpec {
  type: 'strip';
  unit: UnitName;
  decimals: number;
  year: number;
  units: { teryt: string; name: string; value: number; apart: boolean }[];
  marked: string;
  low: number;
  median: number;
  high: number;
}

/** How an area stands in the views of all areas: `apart` is listed and not compared, `outside` is not asked about. */
export type AreaState = 'ok' | 'doubtful' | 'apart' | 'missing' | 'outside';

/** Values of one year, or changes since an earlier one, and which areas a reader has chosen. */
interface AllAreas {
  unit: UnitName;
  decimals: number;
  year: number;
  since: number | null;
  chosen: readonly string[];
}

/** Every area as a point, equal ones beside each other, with the quartiles and the areas above those chosen. */
export interface SwarmSpec extends AllAreas {
  type: 'swarm';
  /** Highest first. */
  units: SwarmUnit[];
  missing: { teryt: string; name: string }[];
  low: number;
  median: number;
  high: number;
  marks: SwarmMark[];
}
export interface SwarmUnit {
  teryt: string;
  name: string;
  value: number;
  state: 'ok' | 'doubtful' | 'apart';
  /** Its place by value, for who takes the numbers along; equal values share the places up to `until`. */
  place?: number;
  until?: number;
}
/** Value of an area above those chosen; what kind of value it is stands in its name in the table. */
export interface SwarmMark {
  label: string;
  name: string;
  value: number;
  role: Role;
  kind: Kind;
}

/** Areas coloured by classes of their values. */
export interface MapSpec extends AllAreas {
  type: 'map';
  areas: MapArea[];
  /** Lower limits of the second and every further class, and the shades of all: `c1`–`c5`, or `d1`–`d5` about a reference. */
  limits: number[];
  shades: string[];
  /** What the legend counts in. */
  counted: 'gmin' | 'powiatów';
  geometry: Record<DrawingName, Geometry>;
}
export interface MapArea {
  teryt: string;
  name: string;
  value: number | null;
  state: AreaState;
  /** How many values a summary of several is made of. */
  n?: number;
}

/** A strip of points for each group, on one axis. */
export interface StripsSpec extends AllAreas {
  type: 'strips';
  groups: { teryt: string; name: string; median: number | null; units: SwarmUnit[] }[];
}

/** One small trend a series, all on the same scales; the others stand behind each in grey. */
export interface MultiplesSpec extends Omit<TrendSpec, 'type' | 'band' | 'threshold' | 'pointNotes'> {
  type: 'multiples';
}

/** Where some units stand among all, indicator by indicator: 0 is the lowest value, 100 the highest, 50 the middle. */
export interface ProfileSpec {
  type: 'profile';
  /** Units in their order, each with the letter that marks it. */
  units: { letter: string; name: string }[];
  rows: {
    label: string;
    unit: UnitName;
    decimals: number;
    year: number;
    /** How many units the position is among. */
    n: number;
    /** A unit without a sure value has no place. */
    marks: { letter: string; value: number; position: number }[];
  }[];
}

/** What stands in a figure, with a table twin of its own. */
export type FigureSpec =
  TrendSpec | PairSpec | BarsSpec | ColumnsSpec | StripSpec | MultiplesSpec | ProfileSpec;
/** Views of all areas, whose table is the ranking beside them. */
export type AreaSpec = SwarmSpec | MapSpec | StripsSpec;
export type ChartSpec = FigureSpec | AreaSpec;
