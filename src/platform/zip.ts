import { crc32 } from "node:zlib";
import { fromBufferPromise, openPromise, type Entry, type Options, type ZipFile } from "yauzl";

/** One file of an archive; what it says of its size is held: more, less or other bytes end in `DamagedZip`. */
export type ZipEntry = {
  name: string;
  size: number;
  /** The bytes, inflated as they are read; may be read several times. */
  chunks: () => AsyncGenerator<Uint8Array>;
};
export type ZipRefusal = "encrypted" | "damaged" | "crowded";

/** An archive that breaks while it is read. */
export class DamagedZip extends Error {}

/** The files of an archive, folders left aside; nothing is inflated yet. Never throws for what an archive holds. */
export async function openZip(
  archive: string | Uint8Array,
  mostEntries: number,
): Promise<ZipEntry[] | { refusal: ZipRefusal }> {
  const again = opener(archive);
  try {
    const zip = await again();
    try {
      if (zip.entryCount > mostEntries) return { refusal: "crowded" };
      const entries: ZipEntry[] = [];
      for await (const entry of zip.eachEntry()) {
        if (entry.isEncrypted()) return { refusal: "encrypted" };
        if (entry.fileName.endsWith("/")) continue;
        const { fileName: name, uncompressedSize: size } = entry;
        entries.push({ name, size, chunks: () => inflated(again, entry) });
      }
      return entries;
    } finally {
      zip.close();
    }
  } catch (fault) {
    return { refusal: /encrypt/i.test(String(fault)) ? "encrypted" : "damaged" };
  }
}

const options = { autoClose: false, lazyEntries: true } as const satisfies Options;

const opener = (archive: string | Uint8Array) => () =>
  typeof archive === "string"
    ? openPromise(archive, options)
    : fromBufferPromise(Buffer.from(archive.buffer, archive.byteOffset, archive.length), options);

async function* inflated(open: () => Promise<ZipFile>, entry: Entry): AsyncGenerator<Uint8Array> {
  try {
    const zip = await open();
    try {
      let sum = 0;
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        sum = crc32(chunk as Buffer, sum);
        yield chunk as Buffer;
      }
      if (sum !== entry.crc32) throw new Error("the checksum differs");
    } finally {
      zip.close();
    }
  } catch (fault) {
    throw new DamagedZip(`${entry.fileName}: ${String(fault)}`, { cause: fault });
  }
}
