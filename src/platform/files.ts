import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import {
  copyFile,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";

/** Files on disk, named by their content; the table `file` says whose they are. */
export type Files = {
  folder: string;
  /** Keeps bytes and gives their SHA-256 in hexadecimal. */
  keep: (bytes: Uint8Array) => Promise<string>;
  /** Bytes of a kept file; undefined when absent. */
  read: (sha256: string) => Promise<Uint8Array | undefined>;
  /** Removes files kept before a moment that nothing names any more; `inUse` gives those of some that are. Says how many went. */
  sweep: (
    before: Date,
    inUse: (names: string[]) => Promise<ReadonlySet<string>>,
  ) => Promise<number>;
  /** Holds a copy of a large file until its work is done, never in memory nor in backups; gives its name. */
  hold: (path: string) => Promise<string>;
  /** Where a held file is. */
  held: (name: string) => string;
  release: (name: string) => Promise<void>;
};

export function openFiles(folder: string): Files {
  const held = (name: string) => join(folder, "held", name.replace(/[^\w-]/g, ""));
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  return {
    folder,
    keep: async (bytes) => {
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const path = pathOf(sha256);
      if (existsSync(path)) {
        // Young again, so that a sweep leaves it while the row that names it is being written.
        await utimes(path, new Date(), new Date());
        return sha256;
      }
      await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true });
      // The same bytes may arrive twice at once, from one form sent twice.
      const partial = `${path}.${randomUUID()}.part`;
      await writeFile(partial, bytes, { flush: true });
      await rename(partial, path);
      return sha256;
    },
    read: async (sha256) =>
      /^[0-9a-f]{64}$/.test(sha256) && existsSync(pathOf(sha256))
        ? readFile(pathOf(sha256))
        : undefined,
    sweep: async (before, inUse) => {
      let gone = 0;
      for (const shelf of existsSync(folder) ? await readdir(folder) : []) {
        const old: string[] = [];
        for (const name of await readdir(join(folder, shelf)))
          if ((await stat(join(folder, shelf, name))).mtime < before) old.push(name);
        const used = old.length ? await inUse(old) : new Set<string>();
        for (const name of old.filter((one) => !used.has(one))) {
          await rm(join(folder, shelf, name), { force: true });
          gone++;
        }
      }
      return gone;
    },
    hold: async (path) => {
      const name = randomUUID();
      await mkdir(join(folder, "held"), { recursive: true });
      await copyFile(path, held(name));
      return name;
    },
    held,
    release: (name) => rm(held(name), { force: true }),
  };
}

/** A signature drawn on a screen, made again as a small PNG on nothing; undefined when the bytes are not a picture we can read. */
export async function safeDrawing(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    const { default: sharp } = await import("sharp");
    return await sharp(bytes, { limitInputPixels: 4_000_000, failOn: "error" })
      .resize(600, 200, { fit: "inside", withoutEnlargement: true })
      .png({ palette: true })
      .toBuffer();
  } catch {
    return undefined;
  }
}

/** A picture made safe: re-encoded as WebP, metadata stripped, at most `side` pixels a side. */
export type Picture = { bytes: Uint8Array; width: number; height: number; type: "image/webp" };

/** Re-encodes an uploaded picture; undefined when the bytes are not a picture we can read. */
export async function safePicture(
  path: string,
  side = 1600,
  quality = 82,
): Promise<Picture | undefined> {
  try {
    const { default: sharp } = await import("sharp");
    const { data, info } = await sharp(path, { limitInputPixels: 60_000_000, failOn: "error" })
      .rotate()
      .resize(side, side, { fit: "inside", withoutEnlargement: true })
      .webp({ quality })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height, type: "image/webp" };
  } catch {
    return undefined;
  }
}
