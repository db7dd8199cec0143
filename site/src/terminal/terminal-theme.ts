import type { ITheme } from "@xterm/xterm";
import { onThemeChange } from "../look/on-theme-change.ts";

const colours = {
  background: "--paper",
  foreground: "--ink",
  brightBlack: "--ink-soft",
  cursor: "--accent",
  cursorAccent: "--paper",
  selectionBackground: "--changed",
  selectionForeground: "--ink",
} as const;

/** Hands on the page's colours, and again whenever it changes between light and dark. Returns how to stop. */
export function followTerminalTheme(place: HTMLElement, use: (theme: ITheme) => void): () => void {
  const probe = place.appendChild(document.createElement("span"));
  probe.hidden = true;
  const draw = () => {
    const colour = (property: string) => {
      probe.style.color = `var(${property})`;
      return getComputedStyle(probe).color;
    };
    use(Object.fromEntries(Object.entries(colours).map(([name, property]) => [name, colour(property)])));
  };
  const stop = onThemeChange(draw);
  return () => {
    stop();
    probe.remove();
  };
}
