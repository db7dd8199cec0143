// The three states live in public/theme.js; this only shows and changes the choice.
for (const toggle of document.querySelectorAll<HTMLElement>("[data-theme-toggle]")) {
  const choice = document.documentElement.dataset.choice ?? "auto";
  const input = toggle.querySelector<HTMLInputElement>(`input[value="${choice}"]`);
  if (input) input.checked = true;
  toggle.addEventListener("change", (event) => {
    const { value } = event.target as HTMLInputElement;
    dispatchEvent(new CustomEvent("offset-zero:choose-theme", { detail: value }));
  });
}
