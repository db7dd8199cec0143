import { createRequire } from "node:module";
import {
  AuthenticationError,
  MultipleErrors,
  NetworkError,
  ProtocolError,
  protocolErrors,
  ResponseError,
  TimeoutError,
  UserError,
} from "@platformatic/kafka";
import { expect, test } from "vitest";
import { kafkaSentences } from "../../engine/sentences/english/kafka.ts";
import { refusalAdvice } from "../../engine/sentences/english/refusals.ts";
import { expectSentences } from "../../engine/sentences/testing/expect-sentences.ts";
import { problemOf, Refusal } from "../errors.ts";
import { kafkaErrors } from "./kafka-error-table.ts";
import {
  answerOf,
  isConnectionFault,
  kafkaRefusal,
  saysUnsettled,
  unknownKafkaErrors,
} from "./kafka-errors.ts";
import { withKafkaTimeout } from "./kafka-timeout.ts";

// KafkaJS keeps its table of errors, and some of their classes, to itself.
const internal = createRequire(import.meta.url);
const { createErrorFromCode, errorCodes } = internal("kafkajs/src/protocol/error") as {
  createErrorFromCode(code: number): Error;
  errorCodes: { code: number }[];
};
const kafkajs = internal("kafkajs/src/errors") as Record<string, new (...given: unknown[]) => Error>;
/** An error of one of KafkaJS's classes. */
function kafkaJs(name: string, ...given: unknown[]): Error {
  const Class = kafkajs[name];
  if (!Class) throw new Error(`KafkaJS has no ${name}.`);
  return new Class(...given);
}

/** The errors that only say that no broker can be reached, in whatever words. */
const noBroker = /No Kafka broker answers|reconnects|closed the connection/;
const produce = 0;
const numbers = Object.fromEntries(Object.values(protocolErrors).map(({ id, code }) => [id, code]));

/** An answer as @platformatic/kafka and KafkaJS hand it on: below errors of their own, after another attempt. */
function wrapped(number: number): Error[] {
  const id = Object.keys(numbers).find((name) => numbers[name] === number) ?? "";
  const response = new ResponseError(produce, 9, { "/responses/0": [number, "told by the broker"] }, {});
  return [
    new ProtocolError(id),
    new MultipleErrors("Producing messages failed.", [response]),
    new MultipleErrors("metadata failed 2 times.", [new NetworkError("Connection closed"), response]),
    ...(errorCodes.some(({ code }) => code === number) ? wrappedByKafkaJs(number) : []),
  ];
}

function wrappedByKafkaJs(number: number): Error[] {
  const error = createErrorFromCode(number);
  return [
    error,
    kafkaJs("KafkaJSNumberOfRetriesExceeded", error, { retryCount: 3, retryTime: 400 }),
    kafkaJs("KafkaJSNonRetriableError", error.message, { cause: error }),
    kafkaJs("KafkaJSAggregateError", "Topic creation errors", [error]),
    kafkaJs("KafkaJSDeleteGroupsError", "Error in DeleteGroups", [
      { groupId: "g", errorCode: number, error: error },
    ]),
  ];
}

const rows = Object.entries(kafkaErrors);

test.each(rows)("%s has its sentence and says what to do next, from either client", (name, row) => {
  expect(numbers[name]).toBeTypeOf("number");
  for (const error of wrapped(numbers[name] as number)) {
    expect(answerOf(error)).toBe(name);
    const refusal = kafkaRefusal(error);
    expect(refusal).toMatchObject({ code: row.code, message: kafkaSentences[row.says], cause: error });
    expect(refusal.next.message).toBe("next" in row ? kafkaSentences[row.next] : refusalAdvice[row.code]);
    const { detail, sentences } = problemOf(refusal);
    expectSentences({ message: detail, sentences });
    expect(isConnectionFault(error)).toBe("connection" in row);
    expect(isConnectionFault(refusal)).toBe("connection" in row);
    if (!("connection" in row)) expect(problemOf(refusal).detail).not.toMatch(noBroker);
  }
});

const known = Object.values(protocolErrors).filter(({ code }) => code !== 0);
const others = known.filter(({ id }) => !(id in kafkaErrors));

test("both clients know the same errors, and more than 100 of them", () => {
  expect(known.length).toBeGreaterThan(100);
  for (const { code } of errorCodes) expect(known.map((each) => each.code)).toContain(code);
});

test.each(others.map(({ id }) => id))(
  "%s, which has no row, is named, logged and blames no connection",
  (id) => {
    for (const error of wrapped(numbers[id] as number)) {
      const received: unknown[] = [];
      const hear = (told: unknown) => received.push(told);
      unknownKafkaErrors.subscribe(hear);
      const refusal = kafkaRefusal(error);
      unknownKafkaErrors.unsubscribe(hear);
      expect(refusal).toMatchObject({ code: "log-refused", message: `Kafka refused: ${id}.` });
      expect(problemOf(refusal).detail).not.toMatch(noBroker);
      expect(isConnectionFault(error)).toBe(false);
      expect(received).toEqual([error]);
    }
  },
);

test("an error that is newer than the clients is named by its number, or said to be unknown", () => {
  expect(kafkaRefusal(createErrorFromCode(130)).message).toBe("Kafka refused: Unknown error code 130.");
  let newer: unknown;
  try {
    new ProtocolError(130 as never);
  } catch (error) {
    newer = error;
  }
  expect(kafkaRefusal(newer).message).toBe("Kafka refused: an error that this server does not know.");
  expect(isConnectionFault(newer)).toBe(false);
});

test.each([
  new UserError("Unknown topic course.cart."),
  new MultipleErrors("Listing offsets failed.", [new UserError("Unknown topic course.cart.")]),
])("the client's own words for a topic that is missing: %s", (error) => {
  expect(kafkaRefusal(error).code).toBe("topic-unknown");
  expect(isConnectionFault(error)).toBe(false);
});

test.each([
  new UserError("Cannot find broker with node id 2"),
  new NetworkError("Cannot get a connection: the broker is not available in the current cluster metadata."),
  new Error("No broker has the id -1."),
])("a leader that the cluster does not list is awaited: %s", (error) => {
  expect(kafkaRefusal(error).message).toBe(kafkaSentences[kafkaErrors.LEADER_NOT_AVAILABLE.says]);
  expect(saysUnsettled(error)).toBe(true);
});

test("a group that KafkaJS will not move while it has members has its sentence, and one without a coordinator", () => {
  const moved = "The consumer group must have no running instances, current state: Stable";
  expect(kafkaRefusal(kafkaJs("KafkaJSNonRetriableError", moved)).message).toBe(
    kafkaSentences[kafkaErrors.NON_EMPTY_GROUP.says],
  );
  const lost = kafkaJs("KafkaJSGroupCoordinatorNotFound", "Failed to find group coordinator");
  expect(kafkaRefusal(lost).message).toBe(kafkaSentences[kafkaErrors.COORDINATOR_NOT_AVAILABLE.says]);
  expect(isConnectionFault(lost)).toBe(false);
});

const system = (code: string, message: string) => Object.assign(new Error(message), { code });

test.each([
  [
    "log-unavailable",
    /No Kafka broker answers/,
    system("ECONNREFUSED", "connect ECONNREFUSED 127.0.0.1:9092"),
  ],
  ["log-unavailable", /No Kafka broker answers/, new NetworkError("Connection to 127.0.0.1:9092 failed.")],
  ["log-unavailable", /No Kafka broker answers/, kafkaJs("KafkaJSConnectionError", "Connection timeout")],
  ["log-unavailable", /No Kafka broker answers/, kafkaJs("KafkaJSBrokerNotFound", "Broker 1 not found")],
  ["log-unavailable", /did not answer in time/, new TimeoutError("Request timed out")],
  [
    "log-unavailable",
    /did not answer in time/,
    kafkaJs("KafkaJSRequestTimeoutError", "Request Produce timed out", {}),
  ],
  [
    "log-unavailable",
    /closed the connection/,
    kafkaJs("KafkaJSConnectionClosedError", "Closed connection", {}),
  ],
  ["log-unavailable", /closed the connection/, new NetworkError("Connection closed")],
  [
    "log-unavailable",
    /not known on this network/,
    system("ENOTFOUND", "getaddrinfo ENOTFOUND kafka.example"),
  ],
  ["log-refused", /user name and password/, new AuthenticationError("SASL authentication failed.")],
  [
    "log-refused",
    /user name and password/,
    kafkaJs("KafkaJSSASLAuthenticationError", "SASL PLAIN authentication failed"),
  ],
  [
    "log-refused",
    /authority that this server does not know/,
    system("SELF_SIGNED_CERT_IN_CHAIN", "self-signed certificate in certificate chain"),
  ],
  [
    "log-refused",
    /authority that this server does not know/,
    kafkaJs("KafkaJSConnectionError", "Connection error: unable to verify the first certificate", {
      code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    }),
  ],
  ["log-refused", /Only one of the two uses TLS/, system("ERR_SSL_WRONG_VERSION_NUMBER", "write EPROTO")],
  ["log-refused", /Only one of the two uses TLS/, new UserError("Broker requires TLS.")],
] as const)("%s, %s: %s is the connection's fault", (code, sentence, error) => {
  for (const each of [error, new MultipleErrors("listApis failed 2 times.", [error, error])]) {
    const refusal = kafkaRefusal(each);
    expect(refusal.code).toBe(code);
    expect(refusal.message).toMatch(sentence);
    expect(problemOf(refusal).detail).not.toMatch(/127\.0\.0\.1|kafka\.example/);
    expect(isConnectionFault(each)).toBe(true);
  }
});

test("an error of nobody's is ours, is logged, and gives up the client that may be broken", () => {
  const received: unknown[] = [];
  const hear = (told: unknown) => received.push(told);
  unknownKafkaErrors.subscribe(hear);
  const error = new TypeError("x is not a function");
  expect(kafkaRefusal(error)).toMatchObject({ code: "internal", cause: error });
  unknownKafkaErrors.unsubscribe(hear);
  expect(received).toEqual([error]);
  expect(isConnectionFault(error)).toBe(true);
});

test("a refusal stays what it is", () => {
  const refusal = new Refusal("topic-unknown");
  expect(kafkaRefusal(refusal)).toBe(refusal);
  expect(isConnectionFault(refusal)).toBe(false);
});

test("what takes too long is unavailable, and the connection is given up", async () => {
  const late = await withKafkaTimeout(10, new Promise(() => {})).catch((error: unknown) => error);
  expect(late).toMatchObject({ code: "log-unavailable" });
  expect(isConnectionFault(late)).toBe(true);
  await expect(withKafkaTimeout(1_000, Promise.resolve(1))).resolves.toBe(1);
});
