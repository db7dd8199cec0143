import { vi } from "vitest";

/** A file that the page gave its visitor. */
export interface Download {
  name: string;
  blob: Blob;
}

/** What the page gives its visitor from here on. */
export function watchDownloads(): Download[] {
  const downloads: Download[] = [];
  let last: Blob | undefined;
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    last = blob as Blob;
    return "blob:given";
  });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    if (last) downloads.push({ name: this.download, blob: last });
  });
  return downloads;
}
