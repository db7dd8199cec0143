import type { ComponentType } from "react";
import { toolWords } from "../../../../language/english/explore-tools.ts";
import type { Exercise } from "../../exercise/exercise-payload.ts";
import { labOf } from "../../labs/lab-list.ts";
import { onDemand } from "../../ui/on-demand.tsx";
import type { ToolName } from "../stores/layout.ts";

export interface Tool {
  name: ToolName;
  /** Where it has something to show; everywhere when absent. */
  isFor?(exercise: Exercise): boolean;
  /** Its picture, 56 × 32 units: an SVG path of lines, and one of areas. */
  lines: string;
  areas: string;
  Panel: ComponentType;
}

/** A consumer can keep the result of a fold up to date, but not that of a single call or of commands. */
const isFolded = ({ entry }: Exercise) => entry.kind === "reducer" || entry.kind === "projector";

/** Where states are predicted there is one code: nothing to compare it with. */
const isWritten = ({ form }: Exercise) => form !== "predict";

export const tools: Tool[] = [
  {
    name: "watch",
    lines: "M4 28V4M4 28H52M8 22H18V14H28V18H38V8H50",
    areas: "M36 6h4v4h-4z",
    Panel: onDemand<object>(toolWords.watch.title, () =>
      import("../watch-and-breakpoint/watch-panel.tsx").then((module) => module.WatchPanel),
    ),
  },
  {
    name: "what-if",
    lines: "M4 9H52M4 23H20M36 23H52M22 19l10 8M32 19l-10 8",
    areas: "M6 5h10v8H6zM22 5h10v8H22zM38 5h10v8H38zM6 19h10v8H6zM38 19h10v8H38z",
    Panel: onDemand<object>(toolWords["what-if"].title, () =>
      import("../what-if/what-if-panel.tsx").then((module) => module.WhatIfPanel),
    ),
  },
  {
    name: "compare",
    isFor: isWritten,
    lines: "M4 4h20v24H4zM32 4h20v24H32zM8 10H20M8 16H20M8 22H20M36 10H48M36 22H48",
    areas: "M36 14h12v4H36z",
    Panel: onDemand<object>(toolWords.compare.title, () =>
      import("../compare/compare-panel.tsx").then((module) => module.ComparePanel),
    ),
  },
  {
    name: "read-model",
    isFor: isFolded,
    lines: "M2 16H22M18 12l4 4-4 4M30 4h22v24H30zM30 12H52M30 20H52M41 4V28",
    areas: "M2 10h5v12H2zM9 10h5v12H9z",
    Panel: onDemand<object>(toolWords["read-model"].title, () =>
      import("../read-model/read-model-panel.tsx").then((module) => module.ReadModelPanel),
    ),
  },
  {
    name: "terminal",
    lines: "M4 4h48v24H4zM10 10l5 5-5 5M20 21H30",
    areas: "M34 18h3v6h-3z",
    Panel: onDemand<object>(toolWords.terminal.title, () =>
      import("../terminal-tab.tsx").then((module) => module.TerminalTab),
    ),
  },
  {
    name: "lab",
    isFor: ({ lab }) => labOf(lab) !== undefined,
    lines: "M4 26H52M14 4h14M17 4v8l-9 14M25 4v8l9 14M38 8H52M38 16H52",
    areas: "M13 19h16l4 7H9z",
    Panel: onDemand<object>(toolWords.lab.title, () =>
      import("../lab-tab.tsx").then((module) => module.LabTab),
    ),
  },
  {
    name: "console",
    lines: "M12 7H50M12 16H40M12 25H46",
    areas: "M4 5h4v4H4zM4 14h4v4H4zM4 23h4v4H4z",
    Panel: onDemand<object>(toolWords.console.title, () =>
      import("../console-tab.tsx").then((module) => module.ConsoleTab),
    ),
  },
];
