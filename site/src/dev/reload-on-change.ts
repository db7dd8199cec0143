import { normalizePath, type Plugin } from "vite";

/** Editors write a file in several strokes. In milliseconds. */
const settles = 150;

/**
 * Under `astro dev`, a page that somebody looks at is loaded again when a file has changed that is no module of the page:
 * a lesson's quiz.yaml, which is read while the page is made, and the exercises of a pack, which the page asks the server
 * for. The server reads a pack anew when it is asked.
 */
export function reloadOnChange({ lessons, packs }: { lessons: string; packs: string[] }): Plugin {
  const folders = packs.map((pack) => `${normalizePath(pack)}/`);
  const isRead = (file: string) =>
    folders.some((folder) => file.startsWith(folder)) ||
    (file.startsWith(`${normalizePath(lessons)}/`) && /\/quiz(\.\w+)?\.yaml$/.test(file));
  return {
    name: "offset-zero:reload-on-change",
    apply: "serve",
    configureServer({ watcher, environments }) {
      watcher.add([lessons, ...packs]);
      let settling: NodeJS.Timeout | undefined;
      watcher.on("all", (_event, path) => {
        if (!isRead(normalizePath(path))) return;
        clearTimeout(settling);
        settling = setTimeout(
          () => environments.client.hot.send({ type: "full-reload", path: "*" }),
          settles,
        );
      });
    },
  };
}
