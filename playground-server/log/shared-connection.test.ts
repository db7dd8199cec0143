import { NetworkError, ProtocolError } from "@platformatic/kafka";
import { expect, test } from "vitest";
import { Refusal } from "../errors.ts";
import { SharedConnection } from "./shared-connection.ts";

/** A connection that counts how often it was opened and shut; each is known by its number. */
function counting(open: (number: number) => Promise<number> = async (number) => number) {
  let opened = 0;
  const shut: number[] = [];
  const connection = new SharedConnection(
    () => open(++opened),
    async (number) => void shut.push(number),
  );
  return { connection, shut, opened: () => opened };
}

const failing = (error: unknown) => () => Promise.reject(error);

test.each([
  new ProtocolError("UNKNOWN_TOPIC_OR_PARTITION"),
  new ProtocolError("TOPIC_AUTHORIZATION_FAILED"),
  new Refusal("topic-unknown"),
])("what was refused leaves the connection as it is: %s", async (refused) => {
  const { connection, shut, opened } = counting();
  for (let n = 0; n < 5; n++) await expect(connection.use(failing(refused))).rejects.toBe(refused);
  expect(await connection.use(async (number) => number)).toBe(1);
  expect([opened(), shut]).toEqual([1, []]);
  await connection.close();
});

test("a connection that fails is given up once, however many used it, and shut when it is over", async () => {
  const { connection, shut, opened } = counting();
  const fault = new NetworkError("Connection closed");
  await Promise.allSettled([connection.use(failing(fault)), connection.use(failing(fault))]);
  expect(await connection.use(async (number) => number)).toBe(2);
  expect(opened()).toBe(2);
  await connection.close();
  expect(shut.toSorted()).toEqual([1, 2]);
});

test("a connection that could not be opened is opened again, whatever was the reason", async () => {
  const refused = new ProtocolError("CLUSTER_AUTHORIZATION_FAILED");
  const { connection } = counting(async (number) => {
    if (number === 1) throw refused;
    return number;
  });
  await expect(connection.use(async (number) => number)).rejects.toBe(refused);
  expect(await connection.use(async (number) => number)).toBe(2);
  await connection.close();
});
