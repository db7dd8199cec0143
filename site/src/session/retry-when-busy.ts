import type { Handle, Refusal, WaitingRun } from "./session-interface.ts";

/**
 * Begins something on the server. When it is refused because every sandbox is busy, it waits as long as the refusal
 * says, telling the seconds left once a second, and begins once more; the second refusal goes to `fail`, as any other.
 * Giving it up also ends the wait.
 */
export function retryWhenBusy(
  begin: (fail: (reason: Refusal) => void) => Handle,
  fail: (reason: Refusal) => void,
  tell: (waiting: WaitingRun) => void,
): Handle {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let handle: Handle;
  const wait = (seconds: number) => {
    tell({ kind: "waiting", waiting: seconds === 0 ? null : { seconds } });
    if (seconds === 0) handle = begin(fail);
    else timer = setTimeout(wait, 1_000, seconds - 1);
  };
  handle = begin((reason) => {
    if (reason.code === "busy" && reason.retryAfter !== undefined) wait(Math.ceil(reason.retryAfter));
    else fail(reason);
  });
  return {
    cancel() {
      clearTimeout(timer);
      handle.cancel();
    },
  };
}
