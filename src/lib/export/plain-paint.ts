/** One part of a selector: an element with classes. */
interface Compound {
  tag: string | undefined;
  classes: string[];
}

interface Rule {
  /** Ancestors first. */
  path: Compound[];
  weight: number;
  declarations: [name: string, value: string][];
}

/** The rules of a stylesheet in the order in which they apply. */
export type Styles = readonly Rule[];

/** What of a stylesheet a drawing can carry as attributes. */
const PAINT = new Set([
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-opacity',
  'font-weight',
]);

/**
 * Reads stylesheets of elements, classes and their descendants, as those of charts are. What holds for some media only is
 * left out: of the tokens the light theme stays.
 * @throws where a selector is of another kind
 */
export function stylesOf(...sheets: readonly string[]): Styles {
  const text = sheets
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
  return [...text.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
    .flatMap(([, selectors = '', body = '']) =>
      selectors.split(',').map((selector) => ruleOf(selector.trim(), body)),
    )
    .sort((a, b) => a.weight - b.weight);
}

function ruleOf(selector: string, body: string): Rule {
  const path = selector.split(/\s+/).map((part) => {
    const [, tag, classes = ''] = /^([a-z]+|:root)?((?:\.[\w-]+)*)$/.exec(part) ?? [];
    if (tag === undefined && classes === '') throw new Error(`not a selector of classes: ${selector}`);
    return { tag, classes: classes.split('.').filter((name) => name !== '') };
  });
  const declarations = body.split(';').flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    return colon === -1 ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]];
  });
  const weight = path.reduce((sum, { tag, classes }) => sum + classes.length * 100 + (tag ? 1 : 0), 0);
  return { path, weight, declarations };
}

/** Value of a variable of the root, `--paper` by `paper`. @throws where it has none */
export function tokenOf(styles: Styles, name: string): string {
  const declarations = styles.flatMap((rule) => (rule.path[0]?.tag === ':root' ? rule.declarations : []));
  const found = declarations.findLast(([own]) => own === `--${name}`);
  if (!found) throw new Error(`no value of --${name}`);
  return found[1];
}

interface Known {
  tag: string;
  classes: ReadonlySet<string>;
}

const isLike = ({ tag, classes }: Compound, { tag: own, classes: ownClasses }: Known): boolean =>
  (tag === undefined || tag === own) && classes.every((name) => ownClasses.has(name));

function fits(path: readonly Compound[], known: readonly Known[]): boolean {
  let wanted = path.length - 1;
  const own = known.at(-1);
  if (!own || !path[wanted] || !isLike(path[wanted] ?? { tag: '', classes: [] }, own)) return false;
  wanted -= 1;
  for (let at = known.length - 2; at >= 0 && wanted >= 0; at -= 1) {
    const [part, ancestor] = [path[wanted], known[at]];
    if (part && ancestor && isLike(part, ancestor)) wanted -= 1;
  }
  return wanted < 0;
}

/**
 * Writes into the attributes of a drawing what stylesheets say of its parts, variables resolved: for programs that know no
 * stylesheet. Its classes go.
 */
export function paintPlain(root: Element, styles: Styles): void {
  paint(root, styles, [{ tag: ':root', classes: new Set() }], new Map());
}

function paint(
  element: Element,
  styles: Styles,
  above: readonly Known[],
  inherited: ReadonlyMap<string, string>,
): void {
  const classes = new Set((element.getAttribute('class') ?? '').split(/\s+/).filter((name) => name !== ''));
  const known = [...above, { tag: element.localName, classes }];
  const said = new Map<string, string>();
  for (const { path, declarations } of styles) {
    const holds = above.length === 1 && path[0]?.tag === ':root' ? true : fits(path, known);
    if (holds) for (const [name, value] of declarations) said.set(name, value);
  }
  const own = [...said].filter(([name]) => name.startsWith('--'));
  const variables = own.length === 0 ? inherited : new Map([...inherited, ...own]);
  for (const [name, value] of said)
    if (PAINT.has(name)) element.setAttribute(name, resolved(value, variables));
  element.removeAttribute('class');
  for (const child of element.children) paint(child, styles, known, variables);
}

/** @throws where a variable has no value: a colour would be black without a word */
function resolved(value: string, variables: ReadonlyMap<string, string>): string {
  return value.replace(/var\((--[\w-]+)\)/g, (_, name: string) => {
    const known = variables.get(name);
    if (known === undefined) throw new Error(`no value of ${name}`);
    return resolved(known, variables);
  });
}
