import { expect, test } from "vitest";
import { determinismLaw } from "../engine/fold/laws/determinism.ts";
import { mutationLaw } from "../engine/fold/laws/mutation.ts";
import { snapshotLaw } from "../engine/fold/laws/snapshot.ts";
import { foldingByCases } from "../engine/grading/folding.ts";
import { foldCasesIn } from "../engine/grading/testing/fold-cases.ts";
import { loadEngine } from "../engine/sandbox/node.ts";
import { readShelf } from "./shelf.ts";

const foldCases = foldCasesIn(await loadEngine());
const { exercises } = await readShelf();
// A called function has no states between records.
const folding = exercises.filter(({ entry }) => entry.kind !== "call");

test.each(folding)(
  "the solution of $id keeps the laws of a fold",
  async ({ solution, entry, scope, records }) => {
    const fold = foldingByCases({ source: solution, entry, scope }, foldCases);
    const [whole] = await fold([{ records }]);
    expect(whole?.stopped).toBeNull();
    expect(whole?.states).toHaveLength(records.length + 1);
    expect(await snapshotLaw(fold, records)).toBeNull();
    expect(await determinismLaw(fold, records)).toBeNull();
    expect(await mutationLaw(fold, records)).toBeNull();
  },
);
