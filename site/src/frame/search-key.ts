import { readPreferences } from "../exercise/workbench-preferences.ts";
import { isTextInput } from "../ui/is-text-input.ts";
import { pathTo } from "./path-to.ts";

// "/" leads to the search, from wherever no field takes the key, and unless keys without Ctrl have been switched off.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (isTextInput(event.target) || !readPreferences().keys) return;
  event.preventDefault();
  const field = document.querySelector<HTMLInputElement>("form[data-search] input");
  if (field) field.focus();
  else location.href = pathTo("/search/");
});
