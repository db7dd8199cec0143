import { editor as editors } from "monaco-editor/editor";
import { onThemeChange } from "../../look/on-theme-change.ts";

/** Monaco's token names and the page's custom properties that colour the same things in the code shown before it. */
const tokens = {
  "": "--ink",
  comment: "--astro-code-token-comment",
  string: "--astro-code-token-string",
  number: "--astro-code-token-constant",
  regexp: "--astro-code-token-string",
  keyword: "--astro-code-token-keyword",
  type: "--astro-code-token-function",
  delimiter: "--astro-code-token-punctuation",
} as const;

const colours = {
  "editor.background": "--paper",
  "editor.foreground": "--ink",
  "editorLineNumber.foreground": "--ink-soft",
  "editorLineNumber.activeForeground": "--ink",
  "editorCursor.foreground": "--accent",
  "editor.selectionBackground": "--accent-wash",
  "editorBracketMatch.background": "--accent-wash",
  "editorBracketMatch.border": "--accent",
  "editorError.foreground": "--bad",
  "editorWarning.foreground": "--warn",
  "editorWidget.background": "--panel",
  "editorWidget.border": "--line-strong",
  "editorSuggestWidget.background": "--panel",
  "editorSuggestWidget.foreground": "--ink",
  "editorSuggestWidget.selectedBackground": "--accent-wash",
  "editorSuggestWidget.selectedForeground": "--ink",
  "editorSuggestWidget.highlightForeground": "--accent",
  "editorSuggestWidget.focusHighlightForeground": "--accent",
  "editorHoverWidget.background": "--panel",
  focusBorder: "--accent",
} as const;

/** Draws Monaco in the page's colours, and again whenever the page changes between light and dark. Returns how to stop. */
export function followTheme(place: HTMLElement): () => void {
  const probe = place.appendChild(document.createElement("span"));
  probe.hidden = true;
  const draw = () => {
    const hex = (property: string) => {
      probe.style.color = `var(${property})`;
      return toHex(getComputedStyle(probe).color);
    };
    const dark = luminance(hex("--paper")) < 0.5;
    editors.defineTheme("offset-zero", {
      base: dark ? "vs-dark" : "vs",
      inherit: true,
      rules: Object.entries(tokens).map(([token, property]) => ({
        token,
        foreground: hex(property).slice(1),
      })),
      colors: Object.fromEntries(Object.entries(colours).map(([name, property]) => [name, hex(property)])),
    });
    editors.setTheme("offset-zero");
  };
  return onThemeChange(draw);
}

/** `rgb(1, 2, 3)` as computed styles write it, to `#010203` as Monaco reads it. */
function toHex(colour: string): string {
  const [r = 0, g = 0, b = 0] = colour.match(/[\d.]+/g)?.map(Number) ?? [];
  return `#${[r, g, b].map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
