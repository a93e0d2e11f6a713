/** Style of the findings sheet, which has no other file to take it from. */
export const STYLE = `
body { margin: 2rem auto; max-width: 48rem; padding: 0 1rem; font: 16px/1.5 'Source Sans 3', 'Segoe UI', Arial, sans-serif; color: #1a1d21; background: #fff; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.25rem; margin: 1.5rem 0 .25rem; border-top: 3px solid #0a58a6; padding-top: .5rem; }
p { margin: 0; }
.about, .small, footer { color: #565e68; font-size: .9rem; }
ol { list-style: none; margin: 1rem 0 0; padding: 0; }
li { display: flex; gap: .75rem; padding: .5rem 0 .5rem .75rem; border-top: 1px solid #dcdad3; border-left: 4px solid #dcdad3; break-inside: avoid; }
li.error { border-left-color: #a4262c; }
li.error strong { color: #a4262c; }
li.warning { border-left-color: #a84a00; }
.box { flex: none; width: .9rem; height: .9rem; margin-top: .3rem; border: 1px solid #565e68; }
footer { margin-top: 2rem; border-top: 1px solid #dcdad3; padding-top: .75rem; }
@media print { body { margin: 0; font-size: 10pt; } li { padding: .25rem 0 .25rem .5rem; } strong { color: #000 !important; } }
`;
