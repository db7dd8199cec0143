import { report } from "../../../language/english/report-a-mistake.ts";

/** Where a mistake was met. `near` is the heading above it, `marked` the text that was marked; both may be empty. */
export interface Met {
  title: string;
  address: string;
  near: string;
  marked: string;
  version: string;
  browser: string;
}

/** More of a marked text says nothing more. */
const mostMarked = 300;

/** The text of a report, to be completed and copied. */
export function reportText({ title, address, near, marked, version, browser }: Met): string {
  const quoted = marked.trim().replaceAll(/\s+/g, " ").slice(0, mostMarked);
  const lines: [string, string][] = [
    [report.page, title],
    [report.address, address],
    [report.near, near],
    [report.marked, quoted && `“${quoted}”`],
    [report.course, `Offset Zero ${version}`],
    [report.browser, browser],
  ];
  const told = lines.filter(([, value]) => value !== "").map(([name, value]) => `${name}: ${value}`);
  return [...told, "", `${report.wrong}: `].join("\n");
}
