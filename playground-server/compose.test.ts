import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";

const file = readFileSync(join(import.meta.dirname, "../docker-compose.yml"), "utf8");
/** As Docker reads it where the operator sets nothing. */
const { services } = parse(file.replace(/\$\{\w+:-([^}]*)\}/g, "$1"));

const mebibyte = 2 ** 20;
/** What docs/sandbox.md says of a server with 2 cores: its web process, three slots and a spare, two fold lanes. */
const neededBytes = (512 + 4 * 400 + 2 * 300) * mebibyte;

function bytesOf(size: string): number {
  const [, count, unit = ""] = /^(\d+)([mg])$/.exec(size) ?? [];
  return Number(count) * (unit === "g" ? 1024 : 1) * mebibyte;
}

test("no container may take more memory of its machine than is named", () => {
  for (const [name, { mem_limit }] of Object.entries<{ mem_limit: string }>(services))
    expect(bytesOf(mem_limit), name).toBeGreaterThan(0);
});

test("the server has the memory that its processes may take at their worst, on as many cores as it is given", () => {
  const { mem_limit, cpus } = services["playground-server"];
  expect(cpus).toBe(2);
  expect(bytesOf(mem_limit)).toBeGreaterThan(neededBytes);
});

test("Kafka has room for its heap and as much again beside it", () => {
  const { mem_limit, environment } = services.kafka;
  const heap = bytesOf(/-Xmx(\w+)/.exec(environment.KAFKA_HEAP_OPTS)?.[1] ?? "");
  expect(bytesOf(mem_limit)).toBeGreaterThanOrEqual(2 * heap);
});
