import { createHash } from "node:crypto"; import { writeFileSync } from "node:fs";
import { openPack, readExercise } from "../exercises/catalog.ts";
import { ReferenceSolution } from "../engine/grading/reference-solution.ts";
import { divergenceAt } from "../engine/grading/differing-steps.ts";
import { mutantsOf } from "../engine/grading/mutants/mutants.ts";
import { foldCasesIn } from "../engine/grading/fold-cases.ts"; import { loadNodeEngine } from "../engine/sandbox/node-engine.ts"; const FOLD = async () => foldCasesIn(await loadNodeEngine());
const only = process.argv[3]?.split(",");
const pack = await openPack(undefined, only);
const fold = await FOLD();
for (const slug of pack.slugs) {
  const ex = await readExercise(pack, slug); if (ex.form === "predict") continue;
  const ref = new ReferenceSolution(ex, fold, 1);
  const qs = [await ref.own(), ...(await ref.others()).slice(0, 70)];
  const muts = mutantsOf(ex.solution); const step = Math.max(1, Math.floor(muts.length / 25));
  const sources = [ex.starter, ...ex.wrong.map(w => w.source), ...muts.filter((_, i) => i % step === 0).map(m => m.source), "export const initialState = () => null; export const evolve = () => { throw new Error('x') }; export const decide = () => 3; export const upcast = () => 7;", "export const initialState = () => ({lines: 3, lots: [1], stock: 'x'}); export const evolve = (s, e) => e.data; export const decide = () => [{}]; export const upcast = (e) => ({...e, data: null});"];
  const out: string[] = [];
  for (const [i, source] of sources.entries()) {
    let traces; try { traces = await fold(ref.job(source, false), qs.map(q => q.folded)); } catch (e) { out.push("FOLDERR"); continue; }
    for (const [j, t] of traces.entries()) { const q = qs[j]!;
      let at; try { at = divergenceAt(t, q.reference, q.folded, ex.checks); } catch { out.push("DIVERR"); continue; }
      if (!at) continue;
      for (const c of ex.checks.checks) { let cov; try { cov = c.covers(at as never); } catch { cov = "throws"; } 
        if (!cov) continue; let m: string; try { m = String(c.message(at as never)); } catch { m = "THROWS"; }
        const k = (c.known ?? []).map((k) => { try { return k.when(at as never) ? k.says(at as never) : ""; } catch { return "KTHROWS"; } });
        out.push(`${i}.${j} ${c.id} ${cov} ${m} | ${k.join(" | ")}`); }
      for (const [n, w] of Object.entries(ex.checks.words ?? {})) { let m; try { m = (w as any)(at, "a.b"); } catch { m = "THROWS"; } out.push(`${i}.${j} w ${n} ${m}`); }
    }
  }
  writeFileSync(`${process.argv[2]}/${slug}.txt`, out.join("\n"));
  console.log(slug, out.length, createHash("sha1").update(out.join("\n")).digest("hex"));
}
process.exit(0);
