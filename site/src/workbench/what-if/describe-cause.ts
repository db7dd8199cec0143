import { changeWords, orderRuleWords } from "../../../../language/english/what-if.ts";
import type { Change, OrderRule } from "./changes-in-copy.ts";

/** What was done, as the cause of a divergence: "without offset 4 (ItemRemoved)". */
export function describeCause(changes: Change[]): string {
  const [only, ...rest] = changes;
  if (!only) return "";
  if (rest.length > 0) return changeWords.several(changes.length);
  const type = only.type || changeWords.notAnEvent;
  return changeWords[only.kind](only.offset === null ? type : changeWords.record(only.offset, type));
}

/** What Kafka would say to the order; empty where it would say nothing. */
export function describeOrder(rule: OrderRule): string {
  if (rule.kind === "within-partition") return orderRuleWords.within(rule.partition, rule.first, rule.second);
  return rule.kind === "between-partitions" ? orderRuleWords.between : "";
}
