/**
 * The one stylesheet of the public pages. Colours are system colours or pairs with at least 4.5:1, for light and dark;
 * forced colours win by themselves because nothing carries meaning by background alone. Works from 320 px and on paper.
 */
export const stylesheet = `
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --quiet: #595959; --line: #767676; --accent: #0b5394;
  --on-accent: #fff; --soft: #eef3f8; --bad: #a80000; --bad-soft: #fdf0f0; --good-soft: #eef7ee; --good: #1e7b34; }
@media (prefers-color-scheme: dark) { :root { --ink: #f0f0f0; --paper: #1a1d21; --quiet: #b8bcc2; --line: #8f959d;
  --accent: #9cc9f5; --on-accent: #10151b; --soft: #252b33; --bad: #ffb3ad; --bad-soft: #3a2222; --good-soft: #213024; --good: #8fd19e; } }
@media (prefers-contrast: more) { :root { --quiet: var(--ink); --line: var(--ink); } }
* { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; }
body { margin: 0; color: var(--ink); background: var(--paper); font: 1.0625rem/1.55 system-ui, 'Segoe UI', sans-serif;
  overflow-wrap: break-word; }
.skip { position: absolute; left: -100vw; }
.skip:focus { position: static; display: inline-block; padding: .75rem 1rem; }
header.site, footer.site, main { max-width: 44rem; margin: 0 auto; padding: .75rem 1rem; }
header.site { display: flex; flex-wrap: wrap; gap: .25rem 1rem; justify-content: space-between; align-items: baseline;
  border-bottom: 1px solid var(--line); }
header.site p { margin: 0; } header.site .brand { font-weight: 700; }
footer.site { margin-top: 2.5rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .9375rem; }
footer.site ul { list-style: none; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
footer.site a, header.site a { display: inline-block; min-height: 24px; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 1rem 0 .75rem; } h2 { font-size: 1.3125rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1.0625rem; margin: 1.25rem 0 .25rem; } p, ul, ol, dl { margin: .5rem 0 .75rem; }
a { color: var(--accent); padding-block: 1px; } a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible,
textarea:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
button[type=submit] { margin-top: .25rem; } .quiet, .hint { color: var(--quiet); } .hint { margin: 0 0 .25rem; font-size: .9375rem; } .hint.after { margin: -.75rem 0 1.25rem; }
form { margin: 1rem 0; } details { margin: 0 0 1.25rem; } summary { cursor: pointer; min-height: 24px; } details[open] > summary { margin-bottom: .75rem; } .field { margin: 0 0 1.25rem; } label, legend { font-weight: 600; display: block; }
fieldset { border: 1px solid var(--line); border-radius: 4px; padding: .75rem 1rem; margin: 0 0 1.25rem; min-width: 0; }
input, select, textarea { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line);
  border-radius: 4px; padding: .55rem .6rem; width: 100%; max-width: 100%; }
input[type=checkbox], input[type=radio] { width: 1.4rem; height: 1.4rem; flex: none; margin: .1rem 0 0; accent-color: var(--accent); }
.choice { display: flex; gap: .6rem; align-items: flex-start; padding: .25rem 0; min-height: 32px; } .choice label { font-weight: 400; }
.two { display: grid; gap: 0 1rem; } @media (min-width: 34rem) { .two { grid-template-columns: 1fr 1fr; } }
.field.wrong > input, .field.wrong > select, .field.wrong > textarea { border: 2px solid var(--bad); }
.wrong-text { color: var(--bad); font-weight: 600; margin: 0 0 .25rem; }
.box { border: 1px solid var(--line); border-left-width: 6px; border-radius: 4px; padding: .5rem 1rem; margin: 1rem 0; background: var(--soft); }
.box.bad { border-color: var(--bad); background: var(--bad-soft); } .box.good { border-color: var(--good); background: var(--good-soft); }
.box h2 { margin: .25rem 0; font-size: 1.125rem; }
button, .button { font: inherit; font-weight: 600; display: inline-block; padding: .6rem 1.1rem; min-height: 44px; border-radius: 4px;
  border: 2px solid var(--accent); background: var(--accent); color: var(--on-accent); cursor: pointer; text-decoration: none; }
button.second, .button.second { background: transparent; color: var(--accent); }
.row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: .5rem 0; } .row form { margin: 0; }
.card { border: 1px solid var(--line); border-radius: 6px; padding: .25rem 1rem .75rem; margin: 0 0 1rem; }
.card h3 { margin-top: .75rem; } .trap { position: absolute; left: -100vw; height: 1px; overflow: hidden; }
.count { font-size: 2.25rem; font-weight: 700; line-height: 1.2; margin: .25rem 0; } .scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; } caption { text-align: left; font-weight: 600; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0; border-bottom: 1px solid var(--line); }
dl.facts { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0; } dl.facts dt { font-weight: 600; } dl.facts dd { margin: 0 0 .5rem; }
@media (min-width: 34rem) { dl.facts { grid-template-columns: 11rem minmax(0, 1fr); } }
img, svg { max-width: 100%; height: auto; }
.lead { font-size: 1.1875rem; } .block { display: block; } .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.jump ul, .links { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .5rem 0; } .jump a, .links a { display: inline-block; padding: .25rem 0; }
.state { display: inline-block; font-weight: 600; border-left: 5px solid var(--line); padding: 0 0 0 .6rem; margin: .25rem 0 .5rem; }
.state.accepted { border-color: var(--good); } .state.declined { border-color: var(--bad); } .state.tentativelyAccepted { border-left-style: dashed; } .state.past { font-weight: 400; color: var(--quiet); }
@media screen and (max-width: 42rem) { .people, .people tbody, .people tr, .people th, .people td { display: block; } .people thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .people tr { border-bottom: 1px solid var(--line); padding: .6rem 0; } .people tbody th, .people td { border: 0; padding: 0; } }
body:has(.people) :is(header.site, main, footer.site) { max-width: 68rem; } .people td { overflow-wrap: anywhere; } .people tbody th { min-width: 9rem; }
@media print { .people { font-size: 9.5pt; } }
tr.past td { color: var(--quiet); } tr.now td { background: var(--good-soft); border-top: 2px solid var(--good); border-bottom: 2px solid var(--good); } tr.now td:first-child { padding-left: .4rem; }
.sheet svg { width: 15rem; background: #fff; }
@media (forced-colors: active) { button, .button { border-color: ButtonText; } }
@media print { header.site, footer.site, .skip, .no-print, button { display: none; } body { font-size: 11pt; color: #000; background: #fff; }
  main { max-width: none; } a { color: inherit; } .card, tr { break-inside: avoid; }
  .sheet { text-align: center; } .sheet ul { text-align: left; display: inline-block; font-size: 16pt; } .sheet p { font-size: 14pt; } .sheet svg { width: 11cm; } .sheet + .sheet { break-before: page; }
  tr.past td { color: #000; } tr.now td { background: none; border: 0; border-bottom: 1px solid #000; } }
`;
