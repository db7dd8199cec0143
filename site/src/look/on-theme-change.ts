/** Calls `draw` now, and again whenever the page changes between light and dark. Returns how to stop. */
export function onThemeChange(draw: () => void): () => void {
  draw();
  const observer = new MutationObserver(draw);
  observer.observe(document.documentElement, { attributes: true });
  const system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", draw);
  return () => {
    observer.disconnect();
    system.removeEventListener("change", draw);
  };
}
