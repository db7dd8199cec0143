import { join } from "node:path";
import mdx from "@astrojs/mdx";
import react from "@astrojs/react";
import sitemap from "@astrojs/sitemap";
import { defineConfig } from "astro/config";
import type { ShikiTransformer } from "shiki";
import { reportPageSizes } from "./src/budgets/report-page-sizes.ts";
import { stampBuild } from "./src/build-stamp.ts";
import { reloadOnChange } from "./src/dev/reload-on-change.ts";
import { serverProxy } from "./src/dev/server-proxy.ts";
import { showChangedExercises } from "./src/dev/show-changed-exercises.ts";
import { languagePlugin } from "./src/language/language-plugin.ts";
import { spokenHere } from "./src/language/languages.ts";
import { buildServiceWorker } from "./src/offline/build-service-worker.ts";
import { buildSearchIndex } from "./src/search/build-search-index.ts";
import { amaroInBrowser } from "./src/session/amaro-in-browser.ts";
import { packedTextPlugin } from "./src/session/packed-text-plugin.ts";
import { trimMonaco } from "./src/workbench/code/trim-monaco.ts";
import { noModulePreload } from "./src/workbench/no-module-preload.ts";

/** Under which path the course is served: "/" or, say, "/courses/offset-zero". */
const base = process.env.BASE_PATH ?? "/";
/** The public address, where it is known: only canonical links and the sitemap need it. */
const site = process.env.SITE_URL;
/** The port of a server beside `astro dev`; scripts/dev/dev-stack.ts sets it. */
const serverPort = process.env.SERVER_PORT;
/** Folders of exercises beside the course's, which that server reads. */
const packFolders: string[] = JSON.parse(process.env.PACK_FOLDERS ?? "[]");

const language = spokenHere();

/** On a busy machine Shiki's time limit would leave the rest of a line without colours. */
const noTimeLimit: ShikiTransformer = {
  preprocess(_code, options) {
    options.tokenizeTimeLimit = 0;
  },
};

export default defineConfig({
  base,
  site,
  // A folder for each language, so that no build overwrites another language's.
  outDir: `./dist/${language.code}`,
  trailingSlash: "ignore",
  build: { format: "directory", assets: "_assets" },
  devToolbar: { enabled: false },
  // The scope of a component's style adds no specificity: a rule of a style sheet with a class overrides it.
  scopedStyleStrategy: "where",
  markdown: { shikiConfig: { theme: "css-variables", transformers: [noTimeLimit] } },
  integrations: [
    // Before mdx, whose renderer tries a component by calling it: a hook outside of React complains in the terminal.
    react(),
    mdx({ optimize: true }),
    site ? sitemap() : null,
    buildSearchIndex(),
    // After all others: it keeps what they have written.
    buildServiceWorker(),
    reportPageSizes(),
    stampBuild(language.code),
  ],
  vite: {
    server: serverPort ? { strictPort: true, proxy: serverProxy(Number(serverPort)) } : {},
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Astro marks every lesson with a directive of its own and says so at each build; it means nothing to us.
        onLog(level, log, report) {
          if (log.code !== "MODULE_LEVEL_DIRECTIVE") report(level, log);
        },
        // Small modules that every workbench needs: one file of them compresses better than one each.
        output: {
          codeSplitting: {
            groups: [
              {
                name: "shared",
                test: /\/(nanostores\/.*|figures\/(event-colours|lane\/visible-cards)\.ts|site\/src\/(storage\/(local-storage|remembered-value|stored-object)|exercise\/(exercise-memory|scene|seed-in-address|workbench-preferences)|progress\/change-exercise|session\/(server-address|session-interface)|ui\/(add-stylesheet|inline-code-text|is-text-input|use-store)|frame\/(divider-store|path-to)|workbench\/(code\/executed-lines\/scroll-into-box|order-the-lines\/arrangement|use-chosen-exercise))\.tsx?)$/,
              },
              {
                name: "fold",
                test: /\/engine\/(fold\/(describe-step|event|hidden-characters|json|json-patch|record-headers-and-sizes|states-of-trace|trace)|sentences\/(message|short-values|english\/steps))\.ts$/,
              },
              {
                name: "words",
                test: /\/language\/english\/(breakpoint|checks|code|copy-question|explore|lane|long-log|predict|scenes|server-or-engine-away|share-button|state|tape|views|watch-results|workbench)\.ts$/,
              },
              {
                name: "steps",
                test: /\/(workbench\/(busy-line|copy-question\/copy-question-button|printed-steps|run-location-line|state\/(grow-trace|starter-note)|stores\/step-at-offset|tape\/(narration|tape-cards|transport-icons)|watch-and-breakpoint\/watch-results)\.tsx?|engine\/(line-coverage\/end-message|sentences\/english\/line-coverage|grading\/(failed-attempts|fold-job|line-ordering))\.ts)$/,
              },
            ],
          },
        },
      },
    },
    plugins: [
      languagePlugin(language),
      amaroInBrowser(),
      trimMonaco(),
      noModulePreload(),
      packedTextPlugin(),
      showChangedExercises(),
      reloadOnChange({ lessons: join(import.meta.dirname, "../lessons"), packs: packFolders }),
    ],
    worker: {
      format: "es",
      plugins: () => [languagePlugin(language), amaroInBrowser(), trimMonaco(), packedTextPlugin()],
    },
  },
});
