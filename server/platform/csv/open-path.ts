import { createWriteStream } from "node:fs";
import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { getSystemErrorMap } from "node:util";
import { done, type Result, refused } from "../../kernel/result.ts";
import { type ByteSource, fileSource } from "./byte-source.ts";

interface OpenPath {
  readonly source: ByteSource;
  /** When it has been read. */
  close(): Promise<void>;
}

/** What somebody names on the command line, a pipe or the standard input as well; or in one line why it cannot be read. */
export async function openPath(path: string): Promise<Result<OpenPath, string>> {
  try {
    const handle = await open(path);
    try {
      const found = await handle.stat();
      if (found.isDirectory()) return refused(`${path} is a directory, not a file`);
      if (!found.isFile()) return done(await putDown(handle));
    } finally {
      await handle.close();
    }
    return done({ source: await fileSource(path), close: async () => undefined });
  } catch (error) {
    const { code, errno } = error as NodeJS.ErrnoException;
    if (code === undefined || errno === undefined) throw error;
    if (code === "ENOENT") return refused(`There is no file ${path}`);
    return refused(`${path} cannot be read: ${getSystemErrorMap().get(errno)?.[1] ?? code}`);
  }
}

/** A pipe gives its bytes once and an import reads from any place on: it lies on the disk for as long as it is read. */
async function putDown(pipe: FileHandle): Promise<OpenPath> {
  const folder = await mkdtemp(join(tmpdir(), "redress-import-"));
  const close = () => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, "piped");
    await pipeline(pipe.createReadStream({ autoClose: false }), createWriteStream(path, { mode: 0o600 }));
    return { source: await fileSource(path), close };
  } catch (error) {
    await close();
    throw error;
  }
}
