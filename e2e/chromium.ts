import { type Browser, chromium } from "playwright-core";
import { chromiumPath } from "../scripts/test/required-tools.ts";

export const desktop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };
/** The two kinds of window that everything is looked at in. A phone has touch. */
export const devices = [
  ["desktop", desktop],
  ["phone", phone],
] as const;

/** The system's Chromium without a window. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath() ?? "chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
    ],
  });
}
