import type { Plugin } from "vite";

/** Starlight's styles, and those of its components. */
const theirs = /\/@astrojs\/starlight\/.*(\.css($|\?transform-only)|[?&]type=style)/;

/** Leaves out how Starlight would look: everything to be seen is ours, so that its styles only weigh. Its reset stays. */
export function bareStarlight(): Plugin {
  return {
    name: "offset-zero:bare-starlight",
    enforce: "pre",
    transform(_, id) {
      return theirs.test(id) && !id.endsWith("/reset.css") ? { code: "", map: null } : undefined;
    },
  };
}
