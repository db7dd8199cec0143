import { ResponseError } from "@platformatic/kafka";
import { expect, test } from "vitest";
import { kafkaRefusal } from "./kafka-errors.ts";
import { retryUntilSettled } from "./retry-until-settled.ts";

const listOffsets = 2;
const [unknownLeaderEpoch, notLeader, coordinatorLoading, clusterAuthorizationFailed] = [75, 6, 14, 31];

/** Work that the broker refuses with an error so often, as the client and this room say it, and then does. */
function refused(times: number, error: number) {
  let asked = 0;
  const work = async () => {
    if (asked++ === times) return "read";
    throw kafkaRefusal(new ResponseError(listOffsets, 9, { "/topics/0/partitions/0": [error, null] }, {}));
  };
  return { work, asked: () => asked };
}

test.each([unknownLeaderEpoch, notLeader, coordinatorLoading])(
  "error %i of a broker that has just come back is waited out",
  async (error) => {
    const { work, asked } = refused(6, error);
    expect(await retryUntilSettled(work)).toBe("read");
    expect(asked()).toBe(7);
  },
);

test("any other error is the last word", async () => {
  const { work, asked } = refused(1, clusterAuthorizationFailed);
  await expect(retryUntilSettled(work)).rejects.toMatchObject({ code: "log-refused" });
  expect(asked()).toBe(1);
});
