import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { Counter } from "prom-client";
import { type ErrorCode, problemOf, Refusal, refusalDetail } from "../errors.ts";

/** What Node's parser says of bytes that never became a request, and what it means. */
const meanings: Record<string, ErrorCode> = {
  ERR_HTTP_REQUEST_TIMEOUT: "request-slow",
  HPE_HEADER_OVERFLOW: "headers-too-large",
};

/** Answers what does not arrive in time or is no HTTP, in the form of any other refusal, and ends the connection. */
export function answerBroken({ code = "" }: NodeJS.ErrnoException, socket: Socket, refused: Counter): void {
  if (code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  refused.inc();
  const meaning = meanings[code];
  const problem = problemOf(
    meaning ? new Refusal(meaning) : new Refusal("request-invalid", refusalDetail("not-http")),
  );
  const body = JSON.stringify(problem);
  socket.end(
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n` +
      "Content-Type: application/problem+json\r\n" +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
