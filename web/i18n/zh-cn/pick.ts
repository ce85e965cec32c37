export const pickZhCn = {
  pick: {
    type: "输入名称的一部分",
    list: "符合的结果",
    category: "{{code}} {{name}}",
    none: "没有匹配的名称，请换更短的关键字。",
    more: "结果较多，仅显示一部分；请继续输入以缩小范围。",
  },
};
