import { ResponseError } from "@platformatic/kafka";
import { expect, test } from "vitest";
import { settled } from "./settling.ts";
import { unavailable } from "./unavailable.ts";

const listOffsets = 2;
const [unknownLeaderEpoch, notLeader, clusterAuthorizationFailed] = [75, 6, 31];

/** Work that the broker refuses with an error so often, as the client and this room say it, and then does. */
function refused(times: number, error: number) {
  let asked = 0;
  const work = async () => {
    if (asked++ === times) return "read";
    throw unavailable(new ResponseError(listOffsets, 9, { "/topics/0/partitions/0": [error, null] }, {}));
  };
  return { work, asked: () => asked };
}

test.each([unknownLeaderEpoch, notLeader])(
  "error %i of a broker that has just come back is waited out",
  async (error) => {
    const { work, asked } = refused(6, error);
    expect(await settled(work)).toBe("read");
    expect(asked()).toBe(7);
  },
);

test("any other error is the last word", async () => {
  const { work, asked } = refused(1, clusterAuthorizationFailed);
  await expect(settled(work)).rejects.toMatchObject({ code: "log-refused" });
  expect(asked()).toBe(1);
});
