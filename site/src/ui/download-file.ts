/** Gives the visitor a file. */
export function downloadFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file by then; until it has, the address must stand for it.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
