/** Lists taken away as files. */
export const exportsZhCn = {
  exportKind: { CASES: "案件", REFUNDS: "退款", DISPUTES: "争议", TRANSACTIONS: "交易", AUDIT_LOG: "审计日志" },
  exports: {
    title: "导出文件",
    hint: "文件只有您本人能下载，保留七天后自动清除。顾客姓名和联系方式按您的权限脱敏。",
    cells:
      "以 =、+、-、@ 开头的内容前会加一个撇号，避免被表格软件当作公式执行；金额单位为元等主币单位，币种另列；状态、类型等以文字显示，接口代码列在最后几列。",
    start: "导出 CSV",
    all: "全部导出文件",
    none: "还没有导出过文件",
    noneHint: "在案件、退款、争议或交易列表按需筛选，然后点“导出 CSV”。",
    queued: "排队中…",
    running: "已写入 {{written}} / {{total}} 行",
    done_other: "文件已生成，共 {{rows}} 行",
    cancelled: "已取消，未生成文件",
    expired: "已超过七天，文件已清除",
    cancel: "取消",
    cancelOf: "取消导出：{{kind}}",
    download: "下载",
    downloadOf: "下载{{kind}} CSV",
    asked: "{{at}} 申请",
    until: "保留至 {{at}}",
    fetched_other: "已下载 {{count}} 次",
    notFetched: "尚未下载",
    unreached: "连不上服务器，不确定是否已开始导出。再点一次不会重复生成。",
  },
};
