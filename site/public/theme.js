// Loaded in the head, before the first paint, so that a chosen theme never flashes. Without it the page follows the system.
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const key = "offset-zero/1/theme";
  const known = (choice) => (choice === "light" || choice === "dark" ? choice : "auto");
  let choice = "auto";
  try {
    choice = known(localStorage.getItem(key));
  } catch {
    // Storage is switched off: the choice then lasts as long as the page.
  }
  const apply = () => {
    const theme = choice === "auto" ? (dark.matches ? "dark" : "light") : choice;
    root.dataset.choice = choice;
    if (root.dataset.theme === theme) return;
    root.dataset.theme = theme;
    // For what cannot follow CSS alone, such as the editor.
    dispatchEvent(new CustomEvent("offset-zero:theme", { detail: theme }));
  };
  apply();
  dark.addEventListener("change", apply);
  addEventListener("storage", (event) => {
    if (event.key !== key) return;
    choice = known(event.newValue);
    apply();
  });
  addEventListener("offset-zero:choose-theme", (event) => {
    choice = known(event.detail);
    apply();
    try {
      localStorage.setItem(key, choice);
    } catch {
      // As above.
    }
  });
})();
