import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { PostgreSQL, sql, type SQLNamespace } from '@codemirror/lang-sql';
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { SCHEMA, TYPE_NAMES, type ColumnSpec } from '$lib/db/schema';
import type { QueryError } from './query-error';

export interface EditorOptions {
  text: string;
  label: string;
  /** Indicators to complete inside quotes. */
  indicators: readonly { id: string; name: string }[];
  onrun: () => void;
  onchange: (text: string) => void;
}

export interface Editor {
  setText: (text: string) => void;
  insert: (text: string) => void;
  /** Marks the place of an error, or takes the mark away. */
  mark: (error: QueryError | null) => void;
  focus: () => void;
  destroy: () => void;
}

const THEME = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--paper)', fontSize: '0.95rem' },
  '&.cm-focused': { outline: '3px solid var(--gmina)', outlineOffset: '2px' },
  '.cm-scroller': {
    fontFamily: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
    lineHeight: '1.5',
    minHeight: '12rem',
    maxHeight: '28rem',
  },
  '.cm-content': { caretColor: 'var(--ink)', padding: '8px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--c1)',
  },
  '.cm-gutters': { color: 'var(--muted)', backgroundColor: 'var(--panel)', border: 'none' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--band)' },
  '.cm-tooltip': {
    color: 'var(--ink)',
    backgroundColor: 'var(--paper)',
    border: '1px solid var(--muted)',
    maxWidth: 'min(30rem, 90vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px', minHeight: '24px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--paper)',
    backgroundColor: 'var(--gmina)',
  },
  '.cm-completionDetail': { color: 'inherit', fontStyle: 'normal' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--doubt)' },
});

const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--gmina)', fontWeight: '650' },
  { tag: [tags.string, tags.number, tags.bool, tags.null], color: 'var(--powiat)' },
  { tag: tags.comment, color: 'var(--muted)', fontStyle: 'italic' },
]);

const PHRASES = {
  Completions: 'Podpowiedzi',
  Diagnostics: 'Błędy',
  'Go to line': 'Przejdź do wiersza',
};

const columnOf = ({ name, type, about }: ColumnSpec): Completion => ({
  label: name,
  type: 'property',
  detail: TYPE_NAMES[type],
  info: about,
});

const TABLES: SQLNamespace = Object.fromEntries(
  SCHEMA.map(({ name, about, columns }): [string, SQLNamespace] => [
    name,
    { self: { label: name, type: 'type', info: about }, children: columns.map(columnOf) },
  ]),
);
/** Columns are offered before a table is named, too: most questions begin with what is asked for. */
const COLUMNS: Completion[] = [
  ...new Map(SCHEMA.flatMap(({ columns }) => columns.map(columnOf)).map((one) => [one.label, one])).values(),
];

const indicatorsIn =
  (indicators: EditorOptions['indicators']) =>
  (context: CompletionContext): CompletionResult | null => {
    const quoted = context.matchBefore(/'[a-z0-9-]*/);
    if (!quoted) return null;
    return {
      from: quoted.from + 1,
      options: indicators.map(({ id, name }) => ({ label: id, detail: name, type: 'constant' })),
      validFor: /^[a-z0-9-]*$/,
    };
  };

const columnsIn = (context: CompletionContext): CompletionResult | null => {
  const word = context.matchBefore(/(?<![.'\w])[a-z_]+/);
  return word && { from: word.from, options: COLUMNS, validFor: /^[a-z_]*$/ };
};

/**
 * An editor of SQL. It lives in a shadow root: only there its styles are style sheets of the document's own making, where
 * elsewhere they would be a `<style>` element, which the policy of the pages refuses.
 */
export function openEditor(host: HTMLElement, options: EditorOptions): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const state = EditorState.create({
    doc: options.text,
    extensions: [
      keymap.of([
        {
          key: 'Mod-Enter',
          run: () => {
            options.onrun();
            return true;
          },
        },
        { key: 'Tab', run: acceptCompletion },
        ...closeBracketsKeymap,
        ...completionKeymap,
        ...defaultKeymap,
        ...historyKeymap,
        indentWithTab,
      ]),
      lineNumbers(),
      lintGutter(),
      history(),
      drawSelection(),
      bracketMatching(),
      closeBrackets(),
      autocompletion(),
      sql({ dialect: PostgreSQL, schema: TABLES, upperCaseKeywords: true }),
      PostgreSQL.language.data.of({ autocomplete: indicatorsIn(options.indicators) }),
      PostgreSQL.language.data.of({ autocomplete: columnsIn }),
      syntaxHighlighting(COLOURS),
      THEME,
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': options.label, 'aria-describedby': 'klawisze' }),
      EditorState.phrases.of(PHRASES),
      // Chromium would insert what replaces coloured text in an element with a style of its own, which the policy refuses.
      EditorView.domEventHandlers({
        beforeinput: (event, view) => {
          if (event.inputType !== 'insertText' || event.data === null || view.state.selection.main.empty)
            return false;
          event.preventDefault();
          view.dispatch(view.state.replaceSelection(event.data), { userEvent: 'input.type' });
          return true;
        },
      }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) options.onchange(update.state.doc.toString());
      }),
    ],
  });
  const view = new EditorView({ state, root, parent: root });
  return {
    setText: (text) => {
      if (text !== view.state.doc.toString())
        view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    insert: (text) => {
      view.dispatch(view.state.replaceSelection(text));
      view.focus();
    },
    mark: (error) => {
      const { doc } = view.state;
      if (!error?.place || error.place.line > doc.lines) {
        view.dispatch(setDiagnostics(view.state, []));
        return;
      }
      const line = doc.line(error.place.line);
      const from = Math.min(line.from + error.place.column - 1, line.to);
      const word = /^[\w"'.]+/.exec(doc.sliceString(from, line.to))?.[0].length ?? 1;
      const to = Math.min(from + word, doc.length);
      view.dispatch(setDiagnostics(view.state, [{ from, to, severity: 'error', message: error.words }]));
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
