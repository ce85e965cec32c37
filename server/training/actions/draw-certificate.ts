import { Document, Page, renderToBuffer, StyleSheet, Text, View } from "@react-pdf/renderer";
import { createElement as draw } from "react";
import { pdfFont } from "../../platform/pdf/pdf-fonts.ts";
import type { Certificate } from "../queries/find-certificate.ts";

const styles = StyleSheet.create({
  page: { padding: 64, fontFamily: pdfFont, fontSize: 12, color: "#1a2230", lineHeight: 1.6 },
  frame: { flexGrow: 1, padding: 40, borderWidth: 1, borderColor: "#7d8899", borderStyle: "solid" },
  // The height of a line is handed down in points, so what is larger than the page's letters says its own.
  title: { fontSize: 26, fontWeight: 600, lineHeight: 1.5 },
  quiet: { color: "#465164" },
  name: { marginTop: 36, fontSize: 22, fontWeight: 600, lineHeight: 1.5 },
  course: { marginTop: 20, fontSize: 16, fontWeight: 600, lineHeight: 1.5 },
  facts: { marginTop: 36 },
  foot: { marginTop: "auto", fontSize: 10, color: "#465164" },
});

/** A certificate on one page, in both languages, with the number by which everyone can have it confirmed. */
export async function drawCertificate(certificate: Certificate, address: string): Promise<Buffer> {
  const { code, name, course, validFrom, validUntil } = certificate;
  const line = (style: (typeof styles)[keyof typeof styles], text: string) => draw(Text, { style }, text);
  const page = draw(
    Page,
    { size: "A4", style: styles.page },
    draw(
      View,
      { style: styles.frame },
      line(styles.title, "培训合格证书"),
      line(styles.quiet, "Certificate of training"),
      line(styles.name, name),
      line(styles.quiet, "已通过以下课程的考核 · has passed the course"),
      line(styles.course, course.zh),
      line(styles.quiet, course.en),
      draw(
        View,
        { style: styles.facts },
        draw(Text, null, `生效日期 · Valid from: ${validFrom ?? "-"}`),
        draw(Text, null, `有效期至 · Valid until: ${validUntil ?? "长期有效 · no end date"}`),
        draw(Text, null, `证书编号 · Number: ${code}`),
      ),
      line(styles.foot, `验证地址 · Confirm at: ${address}`),
    ),
  );
  return renderToBuffer(draw(Document, { title: code, language: "zh-CN" }, page));
}
