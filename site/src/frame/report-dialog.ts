import { report } from "../../../language/english/report-a-mistake.ts";
import { addStylesheetLink } from "./add-stylesheet-link.ts";
import sheet from "./report-dialog.css?url";
import { reportText } from "./report-text.ts";

/** Opens the report of a mistake on this page. `button` says the version and, where there is one, the repository. */
export function openReportDialog(button: HTMLElement): void {
  const { report: version = "", repository } = button.dataset;
  addStylesheetLink(sheet);
  const dialog = document.createElement("dialog");
  dialog.className = "report";
  dialog.setAttribute("aria-labelledby", "report-title");
  const text = document.createElement("textarea");
  text.setAttribute("aria-label", report.text);
  text.value = reportText({
    title: document.title,
    address: location.href,
    near: headingAbove(),
    marked: getSelection()?.toString() ?? "",
    version,
    browser: navigator.userAgent,
  });
  const said = document.createElement("p");
  said.role = "status";
  const row = document.createElement("div");
  row.className = "row";
  row.append(
    action(report.copy, "action", () => copy(text, said)),
    ...(repository ? [issue(repository, text)] : []),
    action(report.close, "action quiet", () => dialog.close()),
  );
  const title = document.createElement("h2");
  title.id = "report-title";
  title.textContent = report.title;
  const says = document.createElement("p");
  says.textContent = report.says;
  dialog.append(title, says, text, row, said);
  dialog.addEventListener("close", () => {
    dialog.remove();
    button.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  text.focus();
  text.setSelectionRange(text.value.length, text.value.length);
}

function action(name: string, className: string, act: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = className;
  button.textContent = name;
  button.addEventListener("click", act);
  return button;
}

async function copy(text: HTMLTextAreaElement, said: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text.value);
    said.textContent = report.copied;
  } catch {
    // No permission, or a page without TLS: then by hand.
    text.focus();
    text.select();
    said.textContent = report.notCopied;
  }
}

function issue(repository: string, text: HTMLTextAreaElement): HTMLAnchorElement {
  const link = document.createElement("a");
  link.className = "action quiet";
  link.textContent = report.issue;
  const address = repository.replace(/^git\+|\.git$/g, "");
  link.addEventListener("click", () => {
    link.href = `${address}/issues/new?body=${encodeURIComponent(text.value)}`;
  });
  link.href = `${address}/issues/new`;
  return link;
}

/** The heading of what is read just now: the last one above the middle of the window. */
function headingAbove(): string {
  const headings = [...document.querySelectorAll<HTMLElement>("main :is(h2, h3)")];
  const above = headings.findLast((heading) => {
    const { top, width } = heading.getBoundingClientRect();
    return width > 0 && top < innerHeight / 2;
  });
  return above?.textContent?.trim() ?? "";
}
