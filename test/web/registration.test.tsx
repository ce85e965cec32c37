import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { describe, expect, test, vi } from "vitest";
import { InstitutionsPage } from "../../web/pages/admin/InstitutionsPage.tsx";
import { MerchantsPage } from "../../web/pages/admin/MerchantsPage.tsx";
import { AddMerchantSheet } from "../../web/pages/admin/registry/AddMerchantSheet.tsx";
import { InstitutionSheet } from "../../web/pages/admin/registry/InstitutionSheet.tsx";
import { agent, answering, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";
import { type Told, wholeDesk } from "./whole-desk.ts";

const kept = (version: number) => ({
  __typename: "InstitutionKept",
  institution: { __typename: "Institution", id: "i1", version },
});

test("an institution that was registered is said to be so, and one that was refused is not", async () => {
  const refused = { __typename: "RegistryRefused", message: "Taken.", reasons: [] };
  const answers: object[] = [refused, kept(1)];
  answering(({ name }) => ({
    body: {
      data:
        name === "AddInstitution"
          ? { __typename: "Mutation", answer: answers.shift() }
          : { __typename: "Query", institutions: [] },
    },
  }));
  await show(
    <Desk viewer={{ ...agent, permissions: ["REGISTRY_MANAGE"] }}>
      <InstitutionsPage />
    </Desk>,
  );
  const press = (at: number) =>
    act(async () => {
      const button = screen.getAllByRole("button", { name: "Register an institution" })[at];
      if (button !== undefined) fireEvent.click(button);
    });
  await press(0);
  fireEvent.change(screen.getByLabelText("Code"), { target: { value: "ISSUERS-JCB" } });
  fireEvent.change(screen.getByLabelText("Name in English"), { target: { value: "JCB issuers" } });
  await press(1);
  expect(screen.queryByText("JCB issuers is registered.")).toBeNull();
  await press(1);
  expect(await screen.findByText("JCB issuers is registered.")).toBeTruthy();
  expect(screen.queryByRole("dialog")).toBeNull();
});

const isWrite = (name: string) => /^(Add|Change)(Merchant|Institution)$/.test(name);
type Root = Readonly<Record<string, object>>;

/** What is typed while the registration is on its way, and what the second press sends. */
async function typedMeanwhile(
  sheet: ReactNode,
  number: string,
  add: string,
  answer: (version: number, told: Told) => Root,
  stored: Root = {},
) {
  let arrives: () => void = () => undefined;
  const arrived = new Promise<void>((go) => {
    arrives = go;
  });
  let version = 0;
  const { asked } = wholeDesk(async (told) => {
    if (!isWrite(told.name)) return stored;
    await arrived;
    version += 1;
    return answer(version, told);
  });
  await show(<Desk>{sheet}</Desk>);
  const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
  const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole("button", { name })));
  type(number, "104310");
  type("Name in English", "Landian");
  await press(add);
  expect(screen.getByLabelText<HTMLInputElement>(number).readOnly).toBe(true);
  type("Name in English", "Landian Digital");
  await act(async () => arrives());
  expect(await screen.findByText(/^Registered under 104310/)).toBeDefined();
  expect(screen.getByLabelText<HTMLInputElement>("Name in English").value).toBe("Landian Digital");
  await press("Save");
  return {
    asked: () => asked.filter(({ name }) => isWrite(name)).map(({ name, variables }) => [name, variables["input"]]),
    save: () => press("Save"),
  };
}

test("a merchant's name that is typed while it is registered stays, and is saved over it", async () => {
  const onClose = vi.fn();
  const { asked } = await typedMeanwhile(
    <AddMerchantSheet onClose={onClose} onAdded={() => expect(onClose).not.toHaveBeenCalled()} />,
    "Merchant number",
    "Register a merchant",
    (version) => {
      const told = { __typename: "MerchantKept", merchant: { id: "m1", version } };
      return { addMerchant: told, changeMerchant: told };
    },
  );
  expect(asked()).toEqual([
    ["AddMerchant", { number: "104310", name: "Landian", nameZh: "", categoryCode: "" }],
    ["ChangeMerchant", { merchantId: "m1", expectedVersion: 1, name: "Landian Digital", nameZh: "", categoryCode: "" }],
  ]);
  expect(onClose).toHaveBeenCalledOnce();
});

test("an institution's name that is typed while it is registered stays, and is saved over it", async () => {
  const onClose = vi.fn();
  const { asked } = await typedMeanwhile(
    <InstitutionSheet institution={null} onClose={onClose} onKept={vi.fn()} />,
    "Code",
    "Register an institution",
    (version) => ({ addInstitution: kept(version), changeInstitution: kept(version) }),
  );
  expect(asked()).toEqual([
    ["AddInstitution", { code: "104310", name: "Landian", nameZh: "" }],
    ["ChangeInstitution", { institutionId: "i1", expectedVersion: 1, name: "Landian Digital", nameZh: "" }],
  ]);
  expect(onClose).toHaveBeenCalledOnce();
});

describe("what was typed over a registration that somebody else has changed since is saved over theirs", () => {
  const answered = (kept: object, { variables }: Told) => {
    const { expectedVersion } = variables["input"] as { readonly expectedVersion?: number };
    return expectedVersion === 1 ? { __typename: "StaleRegistryEntry", message: "Changed meanwhile." } : kept;
  };

  test("a merchant", async () => {
    const merchant = { __typename: "MerchantKept", merchant: { id: "m1", version: 1 } };
    const onClose = vi.fn();
    const { asked, save } = await typedMeanwhile(
      <AddMerchantSheet onClose={onClose} onAdded={vi.fn()} />,
      "Merchant number",
      "Register a merchant",
      (_, told) => ({ addMerchant: merchant, changeMerchant: answered(merchant, told) }),
      {
        node: {
          ...{ __typename: "Merchant", id: "m1", version: 2, number: "104310" },
          ...{ name: "Landian", nameZh: "Theirs", categoryCode: "5814" },
        },
      },
    );
    await screen.findByText("Changed meanwhile.");
    await screen.findByDisplayValue("Theirs");
    await save();
    const texts = { name: "Landian Digital", nameZh: "Theirs", categoryCode: "5814" };
    expect(asked().at(-1)).toEqual(["ChangeMerchant", { merchantId: "m1", expectedVersion: 2, ...texts }]);
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  });

  test("an institution", async () => {
    const onClose = vi.fn();
    const { asked, save } = await typedMeanwhile(
      <InstitutionSheet institution={null} onClose={onClose} onKept={vi.fn()} />,
      "Code",
      "Register an institution",
      (_, told) => ({ addInstitution: kept(1), changeInstitution: answered(kept(3), told) }),
      { node: { __typename: "Institution", id: "i1", version: 2, code: "104310", name: "Landian", nameZh: "Theirs" } },
    );
    await screen.findByText("Changed meanwhile.");
    await screen.findByDisplayValue("Theirs");
    await save();
    const names = { name: "Landian Digital", nameZh: "Theirs" };
    expect(asked().at(-1)).toEqual(["ChangeInstitution", { institutionId: "i1", expectedVersion: 2, ...names }]);
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  });
});

test.each([
  ["a merchant", <MerchantsPage key="merchants" />, "Register a merchant", "Merchant number"],
  ["an institution", <InstitutionsPage key="institutions" />, "Register an institution", "Code"],
])("the sheet of %s is not closed by the answer to one that was left", async (_, page, add, number) => {
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  wholeDesk(async ({ name }) => {
    if (!isWrite(name)) return {};
    await arrived;
    return { addMerchant: { __typename: "MerchantKept" }, addInstitution: kept(1) };
  });
  await show(<Desk viewer={{ ...agent, permissions: ["REGISTRY_MANAGE"] }}>{page}</Desk>);
  const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
  const press = (name: string) =>
    act(async () => void fireEvent.click(screen.getAllByRole("button", { name }).at(-1) as HTMLElement));
  await press(add);
  type(number, "1");
  type("Name in English", "First");
  await press(add);
  await press("Cancel");
  await press(add);
  type("Name in English", "Second");
  await act(async () => arrive());
  expect(await screen.findByText("First is registered.")).toBeDefined();
  expect(screen.getByLabelText<HTMLInputElement>("Name in English").value).toBe("Second");
});
