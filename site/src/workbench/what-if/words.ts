import { changeWords, orderRuleWords } from "../../../../language/english/what-if.ts";
import type { Change, OrderRule } from "./changes.ts";

/** What was done, as the cause of a parting: "without ItemRemoved". */
export function causeInWords(changes: Change[]): string {
  const [only, ...rest] = changes;
  if (!only) return "";
  if (rest.length > 0) return changeWords.several(changes.length);
  return changeWords[only.kind](only.type || changeWords.notAnEvent);
}

/** What Kafka would say to the order; empty where it would say nothing. */
export function orderInWords(rule: OrderRule): string {
  if (rule.kind === "within-partition") return orderRuleWords.within(rule.partition, rule.first, rule.second);
  return rule.kind === "between-partitions" ? orderRuleWords.between : "";
}
