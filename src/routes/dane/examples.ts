/** Where a site that does not know its own address is told to be. */
const SOMEWHERE = 'https://adres-tej-strony';

/** Examples of /dane/, which a test runs as they stand. @param machine address of a file for machines */
export function examples(
  machine: (path: string) => string,
  { gmina, indicator }: { gmina: string; indicator: string },
): { javascript: string; python: string } {
  const at = (path: string) =>
    machine(path).startsWith('http') ? machine(path) : `${SOMEWHERE}${machine(path)}`;
  return {
    javascript: `const answer = await fetch('${at(`gmina/${gmina}.json`)}');
const { values } = await answer.json();
const latest = new Map();
for (const row of values)
  if (row.preferred && row.kind === 'reported' && row.breakdown === '' && row.value !== null)
    if (!(latest.get(row.indicator)?.year > row.year)) latest.set(row.indicator, row);
console.log([...latest.values()]);`,
    python: `import csv, io, urllib.request
address = "${at(`wskaznik/${indicator}.csv`)}"
text = urllib.request.urlopen(address).read().decode("utf-8")
rows = [row for row in csv.DictReader(io.StringIO(text))
        if row["year"] == "2024" and row["level"] == "gmina" and row["preferred"] == "true"]
rows = [row for row in rows if row["value"] != ""]
print(max(rows, key=lambda row: float(row["value"])))`,
  };
}
