import { act, fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { InstitutionsPage } from "../../web/pages/admin/InstitutionsPage.tsx";
import { agent, answering, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";

test("an institution that was registered is said to be so, and one that was refused is not", async () => {
  const refused = { __typename: "RegistryRefused", message: "Taken.", reasons: [] };
  const answers: object[] = [refused, { __typename: "InstitutionKept" }];
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
