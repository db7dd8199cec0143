/** A table in a box of its own that scrolls sideways where it is wider than the page. */
export function table(name: string, heads: string[], rows: string[][]): HTMLElement {
  const box = document.createElement("div");
  box.className = "wide";
  box.tabIndex = 0;
  box.role = "region";
  box.ariaLabel = name;
  const made = document.createElement("table");
  const head = made.createTHead().insertRow();
  for (const text of heads) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = text;
    head.append(cell);
  }
  const body = made.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const text of row) {
      const cell = line.insertCell();
      cell.className = "mono";
      cell.textContent = text;
    }
  }
  box.append(made);
  return box;
}
