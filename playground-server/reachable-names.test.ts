import type { NetworkInterfaceInfo } from "node:os";
import { expect, test } from "vitest";
import { reachableNames } from "./reachable-names.ts";

const at = (address: string, internal = false) =>
  ({ address, internal, family: address.includes(":") ? "IPv6" : "IPv4" }) as NetworkInterfaceInfo;
const interfaces = () => ({
  lo: [at("127.0.0.1", true), at("::1", true)],
  docker0: [at("172.17.0.1")],
  wlan0: [at("fe80::1"), at("2001:db8::7"), at("192.168.1.7")],
  eth0: [at("10.0.0.7"), at("169.254.3.4")],
});
const names = (host: string, allowed: string[] = [], portIsMapped = false) =>
  reachableNames(host, allowed, interfaces, portIsMapped);

test("a server that listens everywhere is reached at each address of its machine, its real networks first", () => {
  expect(names("0.0.0.0")).toEqual(["192.168.1.7", "10.0.0.7", "172.17.0.1"]);
  expect(names("::")).toEqual(["192.168.1.7", "10.0.0.7", "[2001:db8::7]", "172.17.0.1"]);
});

test("the names that an operator allows are the only ones", () => {
  expect(names("0.0.0.0", ["course.example", "localhost"])).toEqual(["course.example"]);
  expect(names("127.0.0.1", ["course.example"])).toEqual(["course.example"]);
});

test("one address is that address, and this machine alone is reached by nobody else", () => {
  expect(names("fd00::1")).toEqual(["[fd00::1]"]);
  for (const host of ["127.0.0.1", "localhost", "::1"]) expect(names(host)).toEqual([]);
});

test("a container's own addresses are not said: nobody outside can open them", () => {
  expect(names("0.0.0.0", [], true)).toEqual([]);
  expect(names("0.0.0.0", ["course.example"], true)).toEqual(["course.example"]);
});
