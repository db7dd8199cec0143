/**
 * A stylesheet for what is shown on demand, once. Astro links the styles of every module that a page may load; of these
 * nothing is wanted at first sight.
 */
export function addStylesheetLink(address: string): void {
  if (document.querySelector(`link[href="${address}"]`)) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address;
  document.head.append(link);
}
