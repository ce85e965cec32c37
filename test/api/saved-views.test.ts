import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../server/kernel/ids.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import { countStatements } from "../support/count-statements.ts";
import { givenCase } from "../support/given-case.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

interface View {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly shared: boolean;
  readonly own: boolean;
  readonly count: number;
  readonly owner: { readonly name: string } | null;
}
interface Answer {
  readonly __typename: string;
  readonly view?: View;
  readonly reason?: string;
  readonly message?: string;
}

const fields = "id name address shared own count owner { name }";
const answer = `{ __typename ... on ViewSaved { view { ${fields} } } ... on ViewRefused { reason } ... on Problem { message } }`;
const aView = { name: "Large ones", address: "view=team&over=100.00", shared: false };
const filter = { open: true, currency: "CNY", amountAtLeastMinor: "10000" };

async function save(by: SignedIn, change: object = {}): Promise<Answer> {
  const input = { ...aView, filter, idempotencyKey: newId(), ...change };
  const { data } = await by.query<{ saveView: Answer }>(
    `mutation ($input: SaveViewInput!) { saveView(input: $input) ${answer} }`,
    { input },
  );
  return data.saveView;
}

async function change(by: SignedIn, id: string, part: object): Promise<Answer> {
  const { data } = await by.query<{ changeView: Answer }>(
    `mutation ($input: ChangeViewInput!) { changeView(input: $input) ${answer} }`,
    { input: { ...aView, filter, id, ...part } },
  );
  return data.changeView;
}

async function remove(by: SignedIn, id: string): Promise<Answer> {
  const { data } = await by.query<{ deleteView: Answer }>(
    "mutation ($input: DeleteViewInput!) { deleteView(input: $input) { __typename ... on ViewRefused { reason } } }",
    { input: { id } },
  );
  return data.deleteView;
}

async function views(by: Pick<SignedIn, "query">): Promise<readonly View[]> {
  return (await by.query<{ savedViews: View[] }>(`{ savedViews { ${fields} } }`)).data.savedViews;
}

async function idOf(saved: Promise<Answer>): Promise<string> {
  const { view } = await saved;
  if (view === undefined) throw new Error("The view was not saved");
  return view.id;
}

describe("a saved view", () => {
  test("is a name for an address, counted for whoever looks, and the maker's own", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    await givenCase(api);
    const saved = await save(agent);
    expect(saved).toMatchObject({ __typename: "ViewSaved", view: { ...aView, own: true, count: 1 } });
    expect(await views(agent)).toEqual([saved.view]);
    expect(await views(await api.another("SUPPORT_AGENT"))).toEqual([]);
  });

  test("that is shared is there for the desk, whose `mine` is each one's own, and not for a shop or a bank", async () => {
    const [maker, colleague] = [await api.another("SUPERVISOR"), await api.another("SUPPORT_AGENT")];
    const { caseId } = await givenCase(api);
    await api.house.db.updateTable("cases").set({ assignee_id: colleague.staffId }).where("id", "=", caseId).execute();
    const id = await idOf(save(maker, { name: "Our own", shared: true, filter: { open: true, mine: true } }));
    const of = async (reader: SignedIn) => (await views(reader)).find((view) => view.id === id);
    expect(await of(maker)).toMatchObject({ own: true, count: 0 });
    expect(await of(colleague)).toMatchObject({
      own: false,
      count: 1,
      owner: { name: expect.stringMatching(/SUPERVISOR/) },
    });
    expect(await of(api.as("MERCHANT_VERIFIER"))).toBeUndefined();
    expect(await of(api.as("BANK_OFFICER"))).toBeUndefined();
    expect(await change(colleague, id, {})).toMatchObject({ reason: "NOT_YOURS" });
    expect(await remove(colleague, id)).toMatchObject({ __typename: "ViewRefused", reason: "NOT_YOURS" });
    expect(await of(maker)).toMatchObject({ name: "Our own" });
    expect(await remove(maker, id)).toEqual({ __typename: "ViewDeleted" });
    expect(await of(colleague)).toBeUndefined();
    expect(await remove(maker, id)).toMatchObject({ reason: "NOT_YOURS" });
  });

  test("is made once by one key, however often and however much at once it is sent", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    const idempotencyKey = newId();
    const answers = await Promise.all(Array.from({ length: 8 }, () => save(agent, { idempotencyKey })));
    for (const one of answers) expect(one).toEqual(answers[0]);
    expect(await views(agent)).toHaveLength(1);
    expect(await save(agent, { idempotencyKey, name: "Small ones" })).toMatchObject({ reason: "KEY_REUSED" });
    // What the key said still counts after the view was renamed.
    await change(agent, answers[0]?.view?.id ?? "", { name: "Huge ones" });
    expect(await save(agent, { idempotencyKey })).toMatchObject({ view: { name: "Huge ones" } });
    expect(await save(agent, { idempotencyKey, name: "Huge ones" })).toMatchObject({ reason: "KEY_REUSED" });
    expect(await views(agent)).toHaveLength(1);
  });

  test("is renamed, moved to another address and shared by its maker; a name of theirs is taken once", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    const id = await idOf(save(agent));
    await save(agent, { name: "Other" });
    expect(await save(agent)).toMatchObject({
      __typename: "ViewRefused",
      reason: "NAME_TAKEN",
      message: expect.stringMatching(/\w/),
    });
    expect(await change(agent, id, { name: "Other" })).toMatchObject({ reason: "NAME_TAKEN" });
    const changed = await change(agent, id, { name: "Small ones", address: "view=team&under=5", shared: true });
    expect(changed.view).toMatchObject({ id, name: "Small ones", address: "view=team&under=5", shared: true });
    expect(await change(agent, id, { name: "Small ones", address: "view=team&under=5", shared: true })).toEqual(
      changed,
    );
    await remove(agent, id);
  });

  test("of two that are given one name at once, one has it and the other is told that it is taken", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    const ids = [await idOf(save(agent, { name: "One" })), await idOf(save(agent, { name: "Two" }))];
    const answers = await Promise.all(ids.map((id) => change(agent, id, { name: "Both" })));
    expect(answers.map(({ reason }) => reason ?? "DONE").sort()).toEqual(["DONE", "NAME_TAKEN"]);
    expect((await views(agent)).filter(({ name }) => name === "Both")).toHaveLength(1);
  });

  test("is not shared by whoever is not of the desk", async () => {
    const shop = api.as("MERCHANT_VERIFIER");
    expect(await save(shop, { shared: true })).toMatchObject({ reason: "MAY_NOT_SHARE" });
    expect(await views(shop)).toEqual([]);
    const id = await idOf(save(shop));
    expect(await change(shop, id, { shared: true })).toMatchObject({ reason: "MAY_NOT_SHARE" });
  });

  test("more than anybody reads are not kept", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    for (let n = 0; n < 30; n++)
      expect(await save(agent, { name: `View ${n}` })).toMatchObject({ __typename: "ViewSaved" });
    expect(await save(agent, { name: "One more" })).toMatchObject({ reason: "TOO_MANY" });
    await views(agent);
    const many = await countStatements(api.house.database, () => views(agent));
    const other = await api.another("SUPPORT_AGENT");
    await save(other);
    expect(await countStatements(api.house.database, () => views(other))).toBe(many);
  });

  test("order and home are each person's own", async () => {
    const [one, two] = [await api.another("SUPPORT_AGENT"), await api.another("SUPPORT_AGENT")];
    const id = await idOf(save(one));
    const arrangement = { home: id, places: ["team", id, "action"] };
    await one.query("mutation ($input: ArrangeViewsInput!) { arrangeViews(input: $input) { home } }", {
      input: arrangement,
    });
    const order = async (of: SignedIn) =>
      (await of.query<{ viewOrder: object | null }>("{ viewOrder { home places } }")).data.viewOrder;
    expect(await order(one)).toEqual(arrangement);
    expect(await order(two)).toBeNull();
    await one.query("mutation ($input: ArrangeViewsInput!) { arrangeViews(input: $input) { home } }", {
      input: { home: null, places: [] },
    });
    expect(await order(one)).toEqual({ home: null, places: [] });
  });
});
