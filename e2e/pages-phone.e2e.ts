/** @module-tag full */
import { testEveryPage } from "./test-every-page.ts";

await testEveryPage("phone");
