import { fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { AccessFilters } from "../../web/audit/AccessFilters.tsx";
import { readAccessSearch } from "../../web/audit/access-address.ts";
import { ExceptionFilters } from "../../web/audit/ExceptionFilters.tsx";
import { readExceptionSearch } from "../../web/audit/exception-words.ts";
import { Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";
import { wholeDesk } from "./whole-desk.ts";

const [narrowed, whole] = [new URLSearchParams("from=2020-01-10&to=2020-01-20"), new URLSearchParams()];
const clear = () => screen.queryByRole("button", { name: "Clear the filters" });

test.each([
  ["exceptions", ExceptionFilters, readExceptionSearch],
  ["views", AccessFilters, readAccessSearch],
] as const)(
  "filters of %s are taken out by one press, which is offered only where there are any",
  async (_, Filters, read) => {
    wholeDesk(() => ({}));
    const onSearch = vi.fn();
    const drawn = (params: URLSearchParams) => (
      <Desk>
        {Filters === ExceptionFilters ? (
          <ExceptionFilters search={readExceptionSearch(params)} onSearch={onSearch} />
        ) : (
          <AccessFilters search={readAccessSearch(params)} onSearch={onSearch} />
        )}
      </Desk>
    );
    const { unmount } = await show(drawn(whole));
    expect(clear()).toBeNull();
    unmount();
    await show(drawn(narrowed));
    fireEvent.click(clear() ?? document.body);
    expect(onSearch).toHaveBeenCalledWith(read(whole));
  },
);
