/** Light, dark, forced colours, 320 px and paper. The language is chosen by radio buttons, without any script. */
export const style = `
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --quiet: #595959; --line: #c3c8ce; --accent: #0b5394; --soft: #f2f5f9; --unsure: #fff6e0; }
@media (prefers-color-scheme: dark) { :root { --ink: #f0f0f0; --paper: #1a1d21; --quiet: #b8bcc2; --line: #4a515a; --accent: #9cc9f5; --soft: #23282f; --unsure: #37301c; } }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--paper); font: 1rem/1.55 system-ui, 'Segoe UI', sans-serif; overflow-wrap: break-word; }
.page { max-width: 60rem; margin: 0 auto; padding: 1rem 1.25rem 4rem; }
.choose { border: 0; padding: 0; margin: 0 0 1rem; display: flex; gap: .25rem 1rem; flex-wrap: wrap; min-width: 0; }
.choose legend { float: left; margin-right: 1rem; color: var(--quiet); padding: .35rem 0; } .choose label { padding: .35rem 0; min-height: 24px; }
.choose input { width: 1.2rem; height: 1.2rem; accent-color: var(--accent); vertical-align: -.2rem; margin: 0 .3rem 0 0; }
@supports selector(:has(a)) {
  body:has(#choose-en:checked) [data-language=sv], body:not(:has(#choose-en:checked)) [data-language=en] { display: none; }
}
h1 { font-size: 1.9rem; line-height: 1.2; margin: .5rem 0; } h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem; padding-top: .75rem; border-top: 1px solid var(--line); }
.lead { font-size: 1.125rem; max-width: 46rem; } p, li { max-width: 46rem; } .quiet { color: var(--quiet); }
a { color: var(--accent); } :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
nav ol { columns: 2 18rem; padding-left: 1.5rem; } nav li { padding: .15rem 0; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; } caption { text-align: left; font-weight: 600; padding: 0 0 .4rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--quiet); font-weight: 600; font-size: .9375rem; } tbody th { font-weight: 600; min-width: 11.5rem; }
figure { margin: 1rem 0; } figcaption { font-weight: 600; margin-bottom: .3rem; }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: .75rem 1rem; overflow-x: auto; margin: 0; font: .875rem/1.5 ui-monospace, Consolas, monospace; }
.unsure { background: var(--unsure); border-left: 4px solid var(--accent); padding: .5rem .9rem; border-radius: 4px; }
.questions li { margin: 0 0 1rem; } .answer { display: block; border-bottom: 1px solid var(--line); height: 1.6rem; }
@media (max-width: 42rem) {
  table, caption, tbody, tr, th, td { display: block; } thead { display: none; }
  tr { border-bottom: 1px solid var(--line); padding: .5rem 0; } tbody th, td { border: 0; padding: .15rem 0; min-width: 0; overflow-wrap: anywhere; }
  td::before { content: attr(data-column) ': '; color: var(--quiet); }
  .page { padding: .75rem 1rem 3rem; } h1 { font-size: 1.6rem; }
}
@media print {
  .choose, nav { display: none; } body { font-size: 10pt; color: #000; background: #fff; } .page { max-width: none; padding: 0; }
  h2 { break-after: avoid; } tr, .unsure, .questions li { break-inside: avoid; } pre { white-space: pre-wrap; } a { color: inherit; }
}
`;
