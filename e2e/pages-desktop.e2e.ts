import { testEveryPage } from "./test-every-page.ts";

await testEveryPage("desktop");
