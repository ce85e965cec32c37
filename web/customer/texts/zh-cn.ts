export const customerZhCn = { title: "申请退款" } as const;
