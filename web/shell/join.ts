import { askRoute, saidIn } from "../graphql/ask-route.ts";

export interface Invited {
  readonly email: string;
  readonly name: string;
}

/** "gone": used, withdrawn or expired. */
export type JoinTrouble = "gone" | "unreached" | "broken";

export async function lookAtInvitation(token: string): Promise<Invited | JoinTrouble> {
  const response = await post("/api/join/look", { token });
  if (typeof response === "string") return response;
  const said = await saidIn(response);
  return said === null ? "unreached" : (said as Invited);
}

export async function join(token: string, password: string): Promise<"joined" | JoinTrouble> {
  const response = await post("/api/join", { token, password });
  return typeof response === "string" ? response : "joined";
}

async function post(path: string, body: object): Promise<Response | JoinTrouble> {
  const response = await askRoute(path, body);
  if (response === null) return "unreached";
  return response.ok ? response : response.status === 404 ? "gone" : "broken";
}
