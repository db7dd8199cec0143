/**
 * Gives the page the style of a part that is loaded on demand: `import css from "./part.css?inline"`. Astro drops CSS
 * that an island reaches only through `import()`, and a constructed sheet needs no exception in the content security
 * policy. Call it once, where the part's module is read.
 */
export function addStylesheet(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
