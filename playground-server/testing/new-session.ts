/** The token of a session that the server knows, as it hands one to a client without a session. */
export async function newSession(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/about`);
  const token = answer.headers.get("x-session");
  await answer.body?.cancel();
  if (token === null) throw new Error(`${url}/api/about handed out no session (status ${answer.status}).`);
  return token;
}
