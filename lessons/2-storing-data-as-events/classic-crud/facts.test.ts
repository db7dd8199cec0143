import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { countInterleavings, interleavings } from "../../../engine/labs/database/interleavings.ts";
import { answerOf } from "../../../engine/labs/database/outcomes.ts";
import { endOfFold } from "../../../exercises/end-of-fold.ts";
import { recordedOrders, sessionsOf } from "./postgresql-orders.ts";
import { designIds, endOf, losesUpdate, runNext, runOrder, startRace, statementsOf } from "./race.ts";
import { describeLast } from "./race-words.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
