import { number } from "../numbers.ts";

/** What is the matter with a line, and what to do about it. `line` is its number, counted from 1. */
export const bad = {
  notJson: (line: number, why: string) =>
    `Line ${number(line)} is not JSON (${why}). Mend it, or leave it out: one record stands on one line.`,
  cut: (line: number) =>
    `Line ${number(line)} ends before its JSON does. A record stands on one line: take the line breaks out of it.`,
  list: (line: number) =>
    `Line ${number(line)} begins a list. Write one record on each line, without brackets around them and commas between.`,
  plain: (line: number, what: string) =>
    `Line ${number(line)} is ${what}, not an object. An event looks like {"type":"ItemAdded","data":{"sku":"pants"}}.`,
  noData: (line: number, type: string, others: string) =>
    `Line ${number(line)} has the type “${type}” but no "data". Put ${others || "what happened"} into "data":{…}.`,
  noType: (line: number, has: string) =>
    `Line ${number(line)} is neither an event nor a record: it has ${has}. An event has "type" and "data"; a record has "event" or "value".`,
  type: (line: number) => `Line ${number(line)}: "type" has to be a text that is not empty.`,
  key: (line: number) => `Line ${number(line)}: "key" has to be a text, or null for none.`,
  offset: (line: number, offset: number, last: number, partition: number) =>
    `Line ${number(line)} has offset ${offset} of partition ${partition}, and a line before it had ${last}. Within a partition offsets grow: sort the lines, or leave the positions out.`,
  place: (line: number) =>
    `Line ${number(line)}: partition and offset have to be whole numbers from 0 on. Leave them out, and they are counted.`,
  topic: (line: number, topic: string, first: string) =>
    `Line ${number(line)} is of the topic ${topic}, and the first was of ${first}. A tape holds one topic: put the other into a file of its own.`,
  long: (line: number, most: number) =>
    `Line ${number(line)} is longer than ${number(most)} characters. Leave it out, or take the large parts out of its data.`,
};

export const whats = { text: "a text", number: "a number", truth: "true or false", nothing: "null" };
export const nothingIn = "nothing";
