/** The text of a file: UTF-8, or what Chinese spreadsheets write where it is not that. */
export async function readTextFile(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // What is neither is seen by the server in its rows.
    return new TextDecoder("gb18030").decode(bytes);
  }
}
