/** Fetches what makes the files of a figure, for a page that must work without a network afterwards. */
export async function prepareFiles(): Promise<void> {
  await Promise.all([
    import('./FilePanel.svelte'),
    import('./painted-chart'),
    import('../../export/points-csv'),
    import('../../export/figure-xlsx'),
    import('../../export/figure-archive'),
  ]);
}
