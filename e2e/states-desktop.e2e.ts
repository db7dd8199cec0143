/** @module-tag full */
import { testEveryState } from "./test-every-state.ts";

testEveryState("desktop");
