/** How the driver answers a call: with one text whose first character says what follows (see driver.ts). */
export const answers = `
function describe(thrown) {
  let name = "", message = "", stack = "", kind = typeof thrown;
  if (kind === "object" && thrown !== null) {
    const data = (key) => {
      let from = thrown;
      for (let i = 0; from !== null && i < 5; i++) {
        const property = getOwnPropertyDescriptor(from, key);
        if (property !== undefined) return typeof property.value === "string" ? property.value : "";
        from = getPrototypeOf(from);
      }
      return "";
    };
    name = data("name");
    message = data("message");
    const text = stackOf(thrown);
    if (typeof text === "string") stack = text;
  } else if (kind !== "symbol") {
    message = asText(thrown);
  }
  return '*{"kind":' + stringify(thrown === null ? "null" : kind) + ',"name":' + stringify(cut(name, 100))
    + ',"message":' + stringify(cut(message, maximum.errorCharacters)) + ',"stack":' + stringify(cut(stack, 4000)) + "}";
}

function isPromise(value) {
  if (typeof value !== "object" || value === null) return false;
  if (value instanceof PromiseOf) return true;
  const then = getOwnPropertyDescriptor(value, "then");
  return then !== undefined && typeof then.value === "function";
}

function answer(work) {
  try {
    return work();
  } catch (thrown) {
    known = new Seen();
    if (thrown !== badState) return describe(thrown);
    return '!{"reason":' + stringify(cut(badState.reason, 200)) + ',"path":' + stringify(pathText(badState.path)) + "}";
  }
}

/* A state or a result, read; a promise is told apart since it needs other words. */
function told(value, frozen) {
  if (isPromise(value)) return "~";
  return "=" + read(value, frozen);
}
`;
