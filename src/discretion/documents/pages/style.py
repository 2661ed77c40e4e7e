"""How a page looks: light and dark, narrow and wide, and on paper.

Nothing is told by a colour alone. Every colour of letters stands out from the ground that it is on
by 4.5 to 1 at least, and every line and frame that matters by 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11).
"""

LIGHT = {
    "ink": "#1b1b1b",
    "quiet": "#4a4f55",
    "link": "#0b4f8a",
    "paper": "#ffffff",
    "panel": "#f3f3f0",
    "marked": "#fff3c4",
    "line": "#767a80",
    "canvas": "#ffffff",
}
DARK = {
    "ink": "#ececec",
    "quiet": "#b9bec5",
    "link": "#9cc8ff",
    "paper": "#16181a",
    "panel": "#212529",
    "marked": "#4a3d0c",
    "line": "#8b9097",
    "canvas": "#ffffff",
}
"""The colours by what they are for: letters on the grounds `paper`, `panel` and `marked`.

A drawing has colours of its own, made for the light, and stands on `canvas` wherever it is shown.
"""


def style_sheet() -> str:
    """Return the style sheet of every page."""
    return f"""
:root {{ color-scheme: light dark; {_variables(LIGHT)} }}
@media (prefers-color-scheme: dark) {{ :root {{ {_variables(DARK)} }} }}
{_SHEET.strip()}
"""


def _variables(colours: dict[str, str]) -> str:
    return " ".join(f"--{name}: {colour};" for name, colour in colours.items())


_SHEET = """
* { box-sizing: border-box; }
html { font: 100%/1.5 system-ui, sans-serif; scroll-padding-top: 1rem; }
body { margin: 0 auto; padding: 1rem; max-width: 80rem; color: var(--ink); background: var(--paper);
  overflow-wrap: break-word; }
h1, h2, h3, h4, h5 { line-height: 1.25; margin: 1.5em 0 0.5em; text-wrap: balance; }
h1 { font-size: 1.8rem; margin-top: 0.5em; }
h2 { font-size: 1.5rem; border-top: 3px solid var(--line); padding-top: 0.75rem; }
h3 { font-size: 1.25rem; border-top: 1px solid var(--line); padding-top: 0.75rem; }
h4 { font-size: 1.05rem; }
h5 { font-size: 1rem; margin: 0.75em 0 0.25em; }
p, ul, ol { margin: 0.5em 0; }
p, li, figcaption { max-width: 75ch; }
ul, ol { padding-inline-start: 1.25rem; }
a { color: var(--link); text-decoration: underline; text-underline-offset: 0.15em; }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
nav ul { list-style: none; padding: 0; }
nav li a { display: inline-block; padding: 0.25rem 0; min-height: 1.75rem; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; display: inline-block; padding: 0.5rem; }
.quiet { color: var(--quiet); }
.told { margin-top: 1rem; border: 2px solid var(--line); padding: 0.25rem 0.75rem; }
.beside { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
.beside h4, .beside h5 { margin-top: 0.25em; }
.panel { background: var(--panel); padding: 0.5rem 0.75rem; border: 1px solid var(--line); }
.provision { border-top: 1px solid var(--line); padding-top: 0.25rem; margin-top: 0.75rem; }
.provision:target, .panel:target, .case:target { background: var(--marked);
  outline: 3px solid var(--line); }
.case { margin: 1rem 0 1.5rem; }
.apart { margin: 0.75rem 0; }
.lines { margin: 0.75em 0; }
.line { margin: 0; }
.behind { color: var(--quiet); font-size: 0.85em; }
.source { padding: 0.15rem 0; }
.source:target, .behind:target, tr:target { background: var(--marked);
  outline: 3px solid var(--line); }
figure { margin: 1rem 0; }
.drawing { display: block; background: var(--canvas); forced-color-adjust: none; }
.wide { overflow-x: auto; }
.whole td, .whole tbody th { overflow-wrap: break-word; font-weight: inherit; }
.many { min-width: 48rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: start; padding: 0.25rem 0; }
th, td { text-align: start; vertical-align: top; padding-block: 0.3rem; padding-inline: 0 0.5rem;
  border-bottom: 1px solid var(--line); }
td, tbody th { overflow-wrap: anywhere; }
th { font-weight: 600; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
@media (min-width: 50rem) { .beside { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }
@media print {
  :root { color-scheme: light; --ink: #000000; --quiet: #333333; --link: #000000;
    --paper: #ffffff; --panel: #ffffff; --marked: #ffffff; --line: #767676;
    --canvas: #ffffff; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  .beside { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .wide { overflow-x: visible; }
  .whole td, .whole tbody th { overflow-wrap: anywhere; min-width: 5.25rem; }
  caption, thead { break-after: avoid; }
  .whole tbody tr:first-child { break-before: avoid; }
  .many { min-width: 0; }
  .drawing { max-width: 100%; height: auto; }
  .new-page { break-before: page; }
  h1, h2, h3, h4, h5 { break-after: avoid; }
  .provision, .case, tr { break-inside: avoid; }
}
"""
