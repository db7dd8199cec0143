import { request } from "node:http";

/** The result of a request. `status` is 0 where no whole answer arrived. */
export interface Answer {
  status: number;
  /** The lines of the body, parsed; those that are no JSON are left out. */
  lines: AnswerLine[];
  milliseconds: number;
}

export interface AnswerLine {
  kind?: string;
  verdict?: string;
  code?: string;
  steps?: number;
  state?: unknown;
  position?: { partition: number; offset: number };
}

/** Somebody with a session and a network address. On Linux every address of 127.0.0.0/8 is one of this machine. */
export class Learner {
  readonly address: string;
  #session: string;

  /** `session` is a token; one that no server has signed is a session that somebody made up. */
  constructor(session: string, address = "127.0.0.1") {
    this.#session = session;
    this.address = address;
  }

  /** A learner with a session that the server handed out. */
  static async known(url: string, address?: string): Promise<Learner> {
    const learner = new Learner("", address);
    const { token } = await learner.#send(url, "/api/about", undefined, undefined);
    return new Learner(token, address);
  }

  /** Asks and reads the whole answer. Does not throw: a connection that breaks is an answer with status 0. */
  async post(url: string, path: string, body: unknown, signal?: AbortSignal): Promise<Answer> {
    const started = performance.now();
    const { status, text } = await this.#send(url, path, JSON.stringify(body), signal);
    return { status, lines: parsed(text), milliseconds: performance.now() - started };
  }

  #send(
    url: string,
    path: string,
    body: string | undefined,
    signal: AbortSignal | undefined,
  ): Promise<{ status: number; text: string; token: string }> {
    return new Promise((resolve) => {
      let text = "";
      let token = "";
      const fail = () => resolve({ status: 0, text, token });
      const asked = request(
        url + path,
        {
          method: body === undefined ? "GET" : "POST",
          localAddress: this.address,
          agent: false,
          signal,
          headers: {
            ...(body !== undefined && { "content-type": "application/json" }),
            ...(this.#session !== "" && { "x-session": this.#session }),
          },
        },
        (response) => {
          token = String(response.headers["x-session"] ?? "");
          response.setEncoding("utf8");
          response.on("data", (chunk: string) => {
            text += chunk;
          });
          response.on("error", fail);
          response.on("end", () => resolve({ status: response.statusCode ?? 0, text, token }));
        },
      );
      asked.on("error", fail);
      asked.end(body);
    });
  }
}

/** Whether the server did what it was asked to. */
export function isAccepted({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

/** The verdict of a run, the code of a refusal, or "nothing". */
export function outcomeOf({ lines }: Answer): string {
  const last = lines.at(-1);
  return last?.verdict ?? last?.code ?? "nothing";
}

function parsed(text: string): AnswerLine[] {
  return text.split("\n").flatMap((line) => {
    try {
      return line === "" ? [] : [JSON.parse(line) as AnswerLine];
    } catch {
      return [];
    }
  });
}
