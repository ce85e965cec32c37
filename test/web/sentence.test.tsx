import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { Sentence } from "../../web/customer/parts/Sentence.tsx";

/** The sentence with a stroke wherever its line may be ended. */
function marked(text: string): string {
  const { container } = render(<Sentence text={text} />);
  return container.innerHTML.replaceAll("<wbr>", "|").replaceAll(/<[^>]*>/g, "");
}

test("a Chinese clause that is too long for a phone's line may end between its words, and never before its full stop", () => {
  const sentence = marked("我们正在查找您的这笔付款。");
  expect(sentence).toMatch(/^我们\|正在\|查找/);
  expect(sentence).toMatch(/付款。$/);
});

test("a clause that a line has room for stays whole", () => {
  expect(marked("我们正在重新查看申请。")).toBe("我们正在重新查看申请。");
  expect(marked("您将在12月7日星期一之前收到答复。")).toBe("您将在|12月7日|星期一|之前收到答复。");
});
