import { writeFile } from "node:fs/promises";
import { bundleDriver, driverModule, driverModulePath } from "./driver/bundle-driver.ts";

/** `npm run driver`: writes the sandbox driver, engine/sandbox/driver/, into the module that the engine loads. */
await writeFile(driverModulePath, driverModule(await bundleDriver()));
