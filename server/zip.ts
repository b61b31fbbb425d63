import { crc32, deflateRawSync } from "node:zlib";

export type ZipEntry = { name: string; content: string };

/** The fields of a ZIP header (APPNOTE 4.3): each a number and how many bytes it takes, the lowest first. */
function fields(...numbers: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  return Buffer.concat(numbers.map(([value, bytes]) => {
    const part = Buffer.alloc(bytes);
    part.writeUIntLE(value, 0, bytes);
    return part;
  }));
}

/** Date and time as MS-DOS counts them, in UTC. */
function dosTime(at: Date): number {
  const day = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  return day * 65_536 + ((at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1));
}

/** Several text files as one ZIP archive; names are UTF-8. */
export function writeZip(entries: readonly ZipEntry[], at: Date): Buffer<ArrayBuffer> {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, content } of entries) {
    const [title, plain] = [Buffer.from(name), Buffer.from(content)];
    const packed = deflateRawSync(plain);
    // Version 2.0, names in UTF-8, deflated.
    const shared = fields([20, 2], [0x0800, 2], [8, 2], [dosTime(at), 4], [crc32(plain), 4], [packed.length, 4], [plain.length, 4], [title.length, 2], [0, 2]);
    files.push(fields([0x04034b50, 4]), shared, title, packed);
    directory.push(fields([0x02014b50, 4], [20, 2]), shared, fields([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), title);
    offset += 4 + shared.length + title.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = fields([0x06054b50, 4], [0, 2], [0, 2], [entries.length, 2], [entries.length, 2], [list.length, 4], [offset, 4], [0, 2]);
  return Buffer.concat([...files, list, end]);
}
