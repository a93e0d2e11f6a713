import { formatNumber } from '$lib/format/number';
import { counted, FORMS } from '$lib/format/plural';
import type { Known } from '$lib/format/said';
import type { ParentKind, ParentValue } from '$lib/query/parents';

/** What a value of an area is, by its kind. */
export const PARENT_NAMES: Record<ParentKind, string> = {
  plain: 'średnia z gmin (każda gmina liczy się tak samo), obliczona tutaj',
  total: 'ogółem (suma liczników przez sumę mianowników), obliczone tutaj',
  published: 'wartość dla całego obszaru, podana przez źródło',
  'printed-mean': 'średnia z gmin (każda gmina liczy się tak samo), wydrukowana w raporcie',
};

/** A value of an area as a sentence takes it, with what speaks against it. */
export const asMarked = ({ value, doubt }: ParentValue): Known =>
  doubt ? { value, state: 'doubtful', doubt } : { value, state: 'ok' };

/** `9 z 9 gmin`; below full coverage the value is not the area's, and says so. */
export function coverageText({ n, of }: ParentValue): string {
  if (n === undefined || of === undefined) return '';
  return n === of
    ? `${n} z ${counted(of, FORMS.gmina)}`
    : `tylko ${n} z ${counted(of, FORMS.gmina)}, nie cały obszar`;
}

/** Why the mean and the total are far apart. @param weigher indicator that weighs the gminy in the total, its denominator */
export function differenceWords(share: number, weigher: string | null): string {
  const heavy = weigher?.endsWith('ludnosc')
    ? 'gminy z większą liczbą mieszkańców'
    : 'gminy, które w sumie ważą więcej,';
  return `Średnia z gmin jest ${share > 0 ? 'wyższa' : 'niższa'} od wartości ogółem o ${formatNumber(Math.abs(share * 100))}%, bo ${heavy} mają tu wartości ${share > 0 ? 'niższe' : 'wyższe'} niż pozostałe.`;
}
