import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { deskThatAnswers, openPage, press, type } from "./customer-support.tsx";

const resent = { resendCaseLink: { __typename: "LinkResent", message: "If they belong together, it is on its way." } };

test("a lost link is asked for with a number and a contact, and the desk's sentence is shown", async () => {
  const sent = deskThatAnswers({ CustomerResendCaseLink: () => resent });
  await openPage("/r/lost");
  type(/Request number/, "RD-26-004812");
  type(/phone number or e-mail/, "138 0013 8000");
  await press("Send me a new link");
  expect(screen.getByRole("heading", { name: "Look at your messages" })).toBe(document.activeElement);
  expect(screen.getByText("If they belong together, it is on its way.")).toBeTruthy();
  expect(sent[0]?.variables.input).toEqual({ number: "RD-26-004812", contact: "138 0013 8000", puzzle: null });
});

test("that the link was sent stays said when the language is changed", async () => {
  const sent = deskThatAnswers({ CustomerResendCaseLink: () => resent });
  await openPage("/r/lost");
  type(/Request number/, "RD-26-004812");
  type(/phone number or e-mail/, "138 0013 8000");
  await press("Send me a new link");
  await press("中文");
  expect(screen.getByText("If they belong together, it is on its way.").lang).toBe("en");
  expect(sent.filter(({ operation }) => operation === "CustomerResendCaseLink")).toHaveLength(1);
});

test("what is missing is said before anything is sent", async () => {
  const sent = deskThatAnswers({ CustomerResendCaseLink: () => resent });
  await openPage("/r/lost", "zh-CN");
  await press("发送新链接");
  expect(screen.getByText("请填写申请编号，或小票上的凭证号。")).toBeTruthy();
  expect(screen.getByText("请填写申请时留下的手机号或邮箱。")).toBeTruthy();
  expect(sent).toEqual([]);
});

test("a link that opens nothing leads to a new one", async () => {
  deskThatAnswers({ CustomerTrackedCase: () => ({ trackedCase: null }) });
  await openPage("/r/wrong");
  expect(screen.getByRole("link", { name: "Get your link back" })).toHaveProperty("pathname", "/r/lost");
});
