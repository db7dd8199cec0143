import xtermCss from "@xterm/xterm/css/xterm.css?inline";
import ownCss from "./terminal.css?inline";

// A constructed sheet: Astro drops CSS that an island reaches only through `import()`.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`${xtermCss}\n${ownCss}`);
document.adoptedStyleSheets.push(sheet);
