import react from "@astrojs/react";
import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";
import { budgets } from "./src/budgets/budgets.ts";
import { inLanguage } from "./src/language/in-language.ts";
import { spokenHere } from "./src/language/languages.ts";
import { bareStarlight } from "./src/look/bare-starlight.ts";
import { offline } from "./src/offline/offline.ts";
import { searchIndex } from "./src/search/search-index.ts";
import { amaroInBrowser } from "./src/session/amaro-in-browser.ts";
import { monacoParts } from "./src/workbench/code/monaco-parts.ts";
import { leanImports } from "./src/workbench/lean-imports.ts";

/** Under which path the course is served: "/" or, say, "/courses/offset-zero". */
const base = process.env.BASE_PATH ?? "/";
/** The public address, where it is known: only canonical links and the sitemap need it. */
const site = process.env.SITE_URL;

const language = spokenHere();

const frame = (name: string) => `./src/frame/${name}.astro`;

export default defineConfig({
  base,
  site,
  trailingSlash: "ignore",
  build: { format: "directory", assets: "_assets" },
  devToolbar: { enabled: false },
  // A page is prefetched when a link is hovered, not when it is seen: lesson pages carry their logs.
  prefetch: { prefetchAll: false },
  markdown: { shikiConfig: { theme: "css-variables" } },
  integrations: [
    starlight({
      title: "Offset Zero",
      locales: { root: { label: language.name, lang: language.code, dir: language.direction } },
      description: "A course on event sourcing with Kafka: state is a fold over a log.",
      favicon: "/favicon.svg",
      // What sticks to the bottom edge stays above a touch keyboard.
      head: [
        {
          tag: "meta",
          attrs: {
            name: "viewport",
            content: "width=device-width, initial-scale=1, interactive-widget=resizes-content",
          },
        },
      ],
      customCss: ["./src/look/fonts.css", "./src/look/tokens.css", "./src/look/base.css"],
      // The course makes its own index, of lessons, exercises and words: see src/search/search-index.ts.
      pagefind: false,
      expressiveCode: false,
      disable404Route: true,
      // Starlight gives the document, its metadata and the skip link; everything to be seen is ours.
      components: {
        Head: frame("Head"),
        ThemeProvider: frame("ThemeProvider"),
        Header: frame("Header"),
        PageFrame: frame("PageFrame"),
        TwoColumnContent: frame("Plain"),
        ContentPanel: frame("Plain"),
        MarkdownContent: frame("Plain"),
        PageTitle: frame("Nothing"),
        PageSidebar: frame("Nothing"),
        Banner: frame("Nothing"),
        Footer: frame("Nothing"),
        SkipLink: frame("SkipLink"),
      },
    }),
    react(),
    searchIndex(),
    // After all others: it keeps what they have written.
    offline(),
    budgets(),
  ],
  vite: {
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Astro marks every lesson with a directive of its own and says so at each build; it means nothing to us.
        onLog(level, log, report) {
          if (log.code !== "MODULE_LEVEL_DIRECTIVE") report(level, log);
        },
      },
    },
    plugins: [bareStarlight(), inLanguage(language), amaroInBrowser(), monacoParts(), leanImports()],
    worker: { format: "es", plugins: () => [inLanguage(language), amaroInBrowser(), monacoParts()] },
  },
});
