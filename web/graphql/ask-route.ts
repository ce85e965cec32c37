/** Asks a route beside the API: with a body it is a POST. Null where nobody answered, which is all that `fetch` rejects for. */
export async function askRoute(path: string, body?: object): Promise<Response | null> {
  const posted = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  try {
    return await (body === undefined ? fetch(path) : fetch(path, posted));
  } catch {
    return null;
  }
}

/** What an answer says; null where it broke off, or is somebody else's page in place of ours. */
export async function saidIn(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}
