// The addresses of this site for other machines, and a QR code of the first. Only this page loads what draws the code.

import { renderSVG } from "uqr";
import { joinWords as words } from "../../../language/english/join.ts";
import { addressesForOthers } from "./addresses-for-others.ts";

const place = document.querySelector<HTMLElement>("[data-join]");
const [first, ...others] = await addressesForOthers(new URL(location.href), import.meta.env.BASE_URL);

function link(address: string): HTMLAnchorElement {
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.textContent = address;
  return anchor;
}

function paragraph(...parts: (Node | string)[]): HTMLParagraphElement {
  const made = document.createElement("p");
  made.append(...parts);
  return made;
}

function codeOf(address: string): HTMLElement {
  const code = document.createElement("div");
  code.className = "code";
  code.setAttribute("role", "img");
  code.setAttribute("aria-label", words.code(address));
  code.innerHTML = renderSVG(address, { border: 4 });
  return code;
}

if (place && first === undefined) {
  const [before, command, after] = words.onlyHere.split("`");
  const code = document.createElement("code");
  code.textContent = command ?? "";
  place.replaceChildren(paragraph(before ?? "", code, after ?? ""));
} else if (place && first !== undefined) {
  const address = paragraph(link(first));
  address.className = "address";
  place.replaceChildren(paragraph(words.how), address, codeOf(first));
  if (others.length > 0) {
    const list = document.createElement("ul");
    for (const other of others) {
      const item = document.createElement("li");
      item.append(link(other));
      list.append(item);
    }
    place.append(paragraph(words.others), list);
  }
}
