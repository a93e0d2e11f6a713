import type { Budget } from './limits';
import { local, type Walk } from './markup';

/** How a workbook shows a number: as far as reports need it. */
export interface NumberFormat {
  kind: 'general' | 'number' | 'date';
  decimals: number;
  percent: boolean;
  grouped: boolean;
}

const GENERAL: NumberFormat = { kind: 'general', decimals: 0, percent: false, grouped: false };

/** Formats that every workbook knows by number (ECMA-376, part 1, 18.8.30). */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%',
  14: 'd.m.yyyy', 15: 'd.m.yyyy', 16: 'd.m', 17: 'm.yyyy', 22: 'd.m.yyyy',
  37: '#,##0', 38: '#,##0', 39: '#,##0.00', 40: '#,##0.00', 41: '#,##0', 42: '#,##0', 43: '#,##0.00', 44: '#,##0.00',
}; // prettier-ignore

/** Signs of a format code and styles of a workbook at most, as spreadsheets have it themselves. */
const LONGEST_CODE = 255;
const MOST_STYLES = 65_490;
/** Decimal places at most: as many as every engine formats. */
const MOST_DECIMALS = 20;

/**
 * The number format of every cell style, by the style's index.
 * @throws {UnreadableFile} with more styles than a spreadsheet can have
 */
export async function numberFormats(walk: Walk, budget: Budget): Promise<NumberFormat[]> {
  const own = new Map<number, NumberFormat>();
  const formats: NumberFormat[] = [];
  let inCellStyles = false;
  await walk('xl/styles.xml', {
    open(qualified, attributes) {
      const name = local(qualified);
      if (name === 'numFmt') own.set(Number(attributes.numFmtId), formatOf(attributes.formatCode ?? ''));
      else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles) {
        const id = Number(attributes.numFmtId ?? 0);
        if (formats.length >= MOST_STYLES)
          budget.fail(
            'too-large',
            `skoroszyt ma ponad ${MOST_STYLES} stylów; to nie jest sprawozdanie OZPS.`,
          );
        formats.push(own.get(id) ?? formatOf(BUILT_IN[id] ?? 'General'));
      }
    },
    close(qualified) {
      if (local(qualified) === 'cellXfs') inCellStyles = false;
    },
  });
  return formats;
}

function formatOf(code: string): NumberFormat {
  if (code.length > LONGEST_CODE) return GENERAL;
  const [positive = ''] = code.replace(/"[^"]*"|\[[^[\]]*\]|\\.|_.|\*./g, '').split(';');
  if (/[dmy]/i.test(positive) && !/[0#]/.test(positive)) return { ...GENERAL, kind: 'date' };
  if (!/[0#?]/.test(positive) || /E\+/i.test(positive)) return GENERAL;
  const decimals = Math.min(/\.([0#?]+)/.exec(positive)?.[1]?.length ?? 0, MOST_DECIMALS);
  return {
    kind: 'number',
    decimals,
    percent: positive.includes('%'),
    grouped: /[0#],[0#]/.test(positive),
  };
}

/** A number as the workbook shows it to a Polish reader. */
export function printed(value: number, format: NumberFormat = GENERAL): string {
  if (!Number.isFinite(value)) return '';
  if (format.kind === 'general') return String(Number(value.toPrecision(15))).replace('.', ',');
  if (format.kind === 'date') return dateOf(value);
  const digits = numbersOf(format).format(format.percent ? value * 100 : value);
  return `${digits.replace(/\u2212/g, '-').replace(/\s/gu, ' ')}${format.percent ? '%' : ''}`;
}

/** Making one costs a hundred times as much as using it. */
const known = new WeakMap<NumberFormat, Intl.NumberFormat>();

function numbersOf(format: NumberFormat): Intl.NumberFormat {
  const made =
    known.get(format) ??
    new Intl.NumberFormat('pl-PL', {
      minimumFractionDigits: format.decimals,
      maximumFractionDigits: format.decimals,
      useGrouping: format.grouped ? 'always' : false,
    });
  known.set(format, made);
  return made;
}

/** Days since 30 December 1899, as workbooks count. */
function dateOf(days: number): string {
  const date = new Date(Math.round((days - 25_569) * 86_400_000));
  if (Number.isNaN(date.getTime())) return String(days);
  return DATES.format(date);
}

const DATES = new Intl.DateTimeFormat('pl-PL', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: 'UTC',
});
