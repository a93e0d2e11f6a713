import type { Finding, Severity } from '../domain';

/** What a finding is called in front of its sentence. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: 'Sprzeczność',
  warning: 'Uwaga',
  info: 'Informacja',
};

/** Who can mend it, in a sentence. A finding across reports has no one place. */
export const MENDER_WORDS: Readonly<Record<NonNullable<Finding['mend']>, string>> = {
  formularz: 'Do poprawienia w gminie: wiersz formularza.',
  tekst: 'Do poprawienia w gminie: tekst sprawozdania.',
  cas: 'Nie do poprawienia w gminie: ten szereg wypełnia aplikacja ministerstwa (CAS).',
};
