import { CommandError } from "./command-error.ts";

const dateTime = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})(Z|[+-]\d\d(?::?\d\d)?)?$/;

/** A moment as Kafka's tools take it, `YYYY-MM-DDTHH:mm:SS.sss`, in ms since the epoch. Without a zone it is UTC. */
export function parseTimestamp(text: string, flag: string): number {
  const [, local, zone = "Z"] = dateTime.exec(text) ?? [];
  const offset = /^[+-]\d\d$/.test(zone) ? `${zone}:00` : zone.replace(/^([+-]\d\d)(\d\d)$/, "$1:$2");
  const moment = local === undefined ? Number.NaN : Date.parse(local + offset);
  if (!Number.isNaN(moment)) return moment;
  throw new CommandError(
    `\nError: Error parsing timestamp '${text}' of ${flag}. Write it as 2026-11-29T14:00:00.000; without a zone such as +01:00 it is UTC.`,
  );
}

const duration = /^P(?!$)(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i;

/** A duration of ISO 8601 without years and months, such as `P1DT2H`, in ms. */
export function parseDuration(text: string, flag: string): number {
  const found = duration.exec(text);
  if (!found) {
    throw new CommandError(
      `\nError: Text '${text}' of ${flag} cannot be parsed to a Duration. Write it as PnDTnHnMnS: PT10M is ten minutes, P1D a day.`,
    );
  }
  const [days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0));
  return Math.round(
    (((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60_000 + (seconds ?? 0) * 1_000,
  );
}
