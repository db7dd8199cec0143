import type { Case } from "../../engine/grading/checks.ts";
import { recordsOf } from "../chess/recorded-games.ts";

export const log: Case["records"] = recordsOf("opera");
