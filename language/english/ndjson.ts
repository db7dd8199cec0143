import { number } from "../numbers.ts";

/** What is the matter with a line, and what to do about it. `line` is its number, counted from 1. */
export const bad = {
  notJson: (line: number, why: string) =>
    `Line ${number(line)} is not JSON (${why}). Fix it or leave it out: each record is one line.`,
  cut: (line: number) =>
    `Line ${number(line)} ends in the middle of its JSON. Each record is one line: remove the line breaks inside it.`,
  list: (line: number) =>
    `Line ${number(line)} starts a list. Write one record on each line, without brackets around them and without commas between them.`,
  plain: (line: number, what: string) =>
    `Line ${number(line)} is ${what}, not an object. An event looks like {"type":"ItemAdded","data":{"sku":"pants"}}.`,
  noData: (line: number, type: string, others: string) =>
    `Line ${number(line)} has the type “${type}” but no "data". Put ${others || "what happened"} into "data":{…}.`,
  noType: (line: number, has: string) =>
    `Line ${number(line)} is neither an event nor a record: it has ${has}. An event has "type" and "data"; a record has "event" or "value".`,
  type: (line: number) => `Line ${number(line)}: "type" must be a string that is not empty.`,
  key: (line: number) => `Line ${number(line)}: "key" must be a string, or null for no key.`,
  offset: (line: number, offset: number, last: number, partition: number) =>
    `Line ${number(line)} has offset ${offset} of partition ${partition}, but an earlier line has offset ${last}. Offsets grow within a partition: sort the lines, or leave out partition and offset.`,
  place: (line: number) =>
    `Line ${number(line)}: partition and offset must be whole numbers, 0 or more. Leave them out, and the page counts them.`,
  topic: (line: number, topic: string, first: string) =>
    `Line ${number(line)} is of the topic ${topic}, but the first line is of ${first}. The workbench shows one topic: open the other topic as a second file.`,
  long: (line: number, most: number) =>
    `Line ${number(line)} is longer than ${number(most)} characters. Leave it out, or remove the large parts of its data.`,
};

export const whats = { text: "a string", number: "a number", truth: "a boolean", nothing: "null" };
export const nothingIn = "nothing";
