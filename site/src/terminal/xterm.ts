import { FitAddon } from "@xterm/addon-fit";
import { Terminal } from "@xterm/xterm";
import type { Position } from "../../../engine/fold/event.ts";
import { terminalWords } from "../../../language/english/terminal.ts";
import type { Tools } from "../session/terminal-tools.ts";
import { linkedRecord } from "./cell-width.ts";
import { Shell } from "./shell.ts";
import { followTerminalTheme } from "./terminal-theme.ts";

/** A terminal that stays as it is while its panel is shut and opened again. */
export interface OpenTerminal {
  shell: Shell;
  /** Shows it in a place, and calls `open` for a printed record that is clicked. Returns how to take it away. */
  show(place: HTMLElement, open: (position: Position) => void): () => void;
  readAloud(on: boolean): void;
  focus(): void;
}

let opened: OpenTerminal | null = null;

/** The page's one terminal. */
export function openTerminal(tools: Tools, welcome: string[]): OpenTerminal {
  opened ??= make(tools, welcome);
  return opened;
}

function make(tools: Tools, welcome: string[]): OpenTerminal {
  let open: (position: Position) => void = () => {};
  const element = document.createElement("div");
  element.className = "terminal-cells";
  const terminal = new Terminal({
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue("--font-mono"),
    fontSize: 13,
    lineHeight: 1.4,
    scrollback: 5_000,
    cursorBlink: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    minimumContrastRatio: 4.5,
    linkHandler: {
      allowNonHttpProtocols: true,
      activate(_, link) {
        const position = linkedRecord(link);
        if (position) open(position);
      },
    },
  });
  const fit = new FitAddon();
  terminal.loadAddon(fit);
  let shell: Shell | null = null;
  terminal.onData((data) => shell?.feed(data));
  terminal.onResize(() => shell?.resized());

  const size = () => element.clientWidth > 0 && fit.fit();
  const observer = new ResizeObserver(size);
  observer.observe(element);

  return {
    get shell() {
      return shell as Shell;
    },
    show(place, onRecord) {
      open = onRecord;
      place.append(element);
      if (!shell) {
        terminal.open(element);
        leaveByTab(terminal);
        terminal.textarea?.setAttribute("aria-label", terminalWords.input);
        size();
        const screen = { write: (text: string) => terminal.write(text), columns: () => terminal.cols };
        shell = new Shell(screen, tools, welcome);
        document.fonts.ready.then(size);
      }
      const stopTheme = followTerminalTheme(element, (theme) => {
        terminal.options.theme = theme;
      });
      return () => {
        stopTheme();
        element.remove();
      };
    },
    readAloud(on) {
      terminal.options.screenReaderMode = on;
    },
    focus: () => terminal.focus(),
  };
}

/**
 * Tab completes only for somebody who is typing; a keyboard traveller passes through, and Esc gives Tab back. Keys for
 * copying and pasting stay the browser's.
 */
function leaveByTab(terminal: Terminal): void {
  let leaves = true;
  const typing = () => {
    leaves = false;
  };
  terminal.onData(typing);
  terminal.attachCustomKeyEventHandler((event) => {
    if (event.type !== "keydown") return true;
    if (event.key === "Escape") {
      leaves = true;
      return false;
    }
    if (event.key === "Tab") return !(leaves || event.shiftKey);
    const control = event.ctrlKey || event.metaKey;
    if (control && event.key === "c" && terminal.hasSelection()) return false;
    return !(control && event.key === "v");
  });
  terminal.textarea?.addEventListener("blur", () => {
    leaves = true;
  });
}
