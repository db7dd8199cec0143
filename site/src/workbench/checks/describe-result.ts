import { resultWords } from "../../../../language/english/check-result.ts";
import type { Checking } from "../stores/checks.ts";
import { describePass } from "./describe-pass.ts";

/** The result of a check for the live region. `passed` is what is to be seen once every check has passed. */
export function describeResult({ end, outcomes }: Checking, passed = ""): string {
  if (end?.passed) return resultWords.passed(`${describePass(end)} ${passed}`).trim();
  const failed = outcomes.find((outcome) => !outcome.passed);
  return resultWords.notYet(failed ? failed.message : (end?.message ?? ""));
}
