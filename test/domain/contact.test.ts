import { describe, expect, test } from "vitest";
import { isSameContact, readContact } from "../../server/cases/domain/contact.ts";

describe("reading a contact", () => {
  test.each([
    ["a Chinese mobile with blanks", { name: "陈美玲", phone: "138 0013 8000" }, { phone: "13800138000", email: null }],
    ["a number with its country", { name: "Li", phone: "+86-138-0013-8000" }, { phone: "+8613800138000" }],
    ["full-width digits", { name: "Li", phone: "１３８００１３８０００" }, { phone: "13800138000" }],
    ["an e-mail address in capitals", { name: "Li", email: " Li.Na@Customer.Test " }, { email: "li.na@customer.test" }],
    ["a name of rare characters", { name: "𬀩㛃 🙂", phone: "13800138000" }, { name: "𬀩㛃 🙂" }],
  ])("takes %s", (_what, typed, kept) => {
    expect(readContact(typed)).toMatchObject({ ok: true, value: kept });
  });

  test.each([
    ["no name", { name: " ", phone: "13800138000" }, ["NAME_MISSING"]],
    ["a name of 81 characters", { name: "x".repeat(81), phone: "13800138000" }, ["NAME_TOO_LONG"]],
    ["no way to be reached", { name: "Li", phone: " ", email: "" }, ["CONTACT_MISSING"]],
    ["an American Express card for a telephone", { name: "Li", phone: "378282246310005" }, ["PHONE_INVALID"]],
    ["four digits", { name: "Li", phone: "1234" }, ["PHONE_INVALID"]],
    ["a wrong address beside a right telephone", { name: "Li", phone: "13800138000", email: "x@y" }, ["EMAIL_INVALID"]],
    ["an address that holds markup", { name: "Li", email: "<b>@x.test" }, ["EMAIL_INVALID"]],
    ["an address that holds a card number", { name: "Li", email: "4111111111111111@x.test" }, ["EMAIL_INVALID"]],
    ["everything", { name: "", phone: "x", email: "y" }, ["NAME_MISSING", "PHONE_INVALID", "EMAIL_INVALID"]],
  ])("with %s says all that is wrong", (_what, typed, problems) => {
    expect(readContact(typed)).toEqual({ ok: false, error: problems });
  });
});

describe("the same person", () => {
  const li = { phone: "13800138000", email: "li@customer.test" };

  test.each([
    ["by telephone, with and without the country", { phone: "+8613800138000", email: null }, true],
    ["by telephone, with the country dialled", { phone: "008613800138000", email: null }, true],
    ["by e-mail", { phone: "13900139000", email: "li@customer.test" }, true],
    ["not by another telephone and address", { phone: "13900139000", email: "wang@customer.test" }, false],
    ["not by having neither", { phone: null, email: null }, false],
  ])("%s", (_how, other, same) => {
    expect(isSameContact(li, other)).toBe(same);
    expect(isSameContact(other, li)).toBe(same);
  });

  test("two of whom nothing is known are not the same", () => {
    expect(isSameContact({ phone: null, email: null }, { phone: null, email: null })).toBe(false);
  });
});
