import { readBench } from "../workbench/memory.ts";
import { takesText } from "../workbench/takes-text.ts";
import { pathTo } from "./paths.ts";

// "/" leads to the search, from wherever no field takes the key, and unless keys without Ctrl have been switched off.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (takesText(event.target) || !readBench().keys) return;
  event.preventDefault();
  const field = document.querySelector<HTMLInputElement>("form[data-search] input");
  if (field) field.focus();
  else location.href = pathTo("/search/");
});
