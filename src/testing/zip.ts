import { crc32, deflateRawSync } from "node:zlib";

/** An archive in memory; `size` makes it lie about how large its files become, `encrypted` marks them so. */
export function zipOf(
  files: Readonly<Record<string, Uint8Array | string>>,
  { size, encrypted = false }: { size?: number; encrypted?: boolean } = {},
): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, given] of Object.entries(files)) {
    const content = Buffer.from(given);
    const packed = deflateRawSync(content);
    const both = Buffer.alloc(26);
    both.writeUInt16LE(20, 0);
    both.writeUInt16LE(encrypted ? 0x801 : 0x800, 2);
    both.writeUInt16LE(8, 4);
    both.writeUInt32LE(crc32(content), 10);
    both.writeUInt32LE(packed.length, 14);
    both.writeUInt32LE(size ?? content.length, 18);
    both.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), both, Buffer.from(name), packed]);
    const places = Buffer.alloc(14);
    places.writeUInt32LE(offset, 10);
    centrals.push(Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), both, places, Buffer.from(name)); // prettier-ignore
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(files).length, 4);
  end.writeUInt16LE(Object.keys(files).length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from("PK\x05\x06"), end]);
}
