import { openE2eEnvironment } from "../../e2e/e2e-environment.ts";
import { type TestStep, vitest } from "./test-steps.ts";

/** Both projects of journeys, in a product that is started once: first those side by side, then those that run alone. */
export const journeys: TestStep = {
  title: "journeys in a browser",
  async run(size) {
    const { url, staticUrl, staticFolder, dataDir, close } = await openE2eEnvironment();
    const env = {
      E2E_URL: url,
      E2E_STATIC_URL: staticUrl,
      E2E_STATIC_FOLDER: staticFolder,
      E2E_DATA_DIR: dataDir,
    };
    try {
      return [
        ...(await vitest("journeys side by side", "journeys", env).run(size)),
        ...(await vitest("journeys that run alone", "journeys-alone", env).run(size)),
      ];
    } finally {
      await close();
    }
  },
};
