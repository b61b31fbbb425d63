import { crc32, inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { writeZip } from "./zip";

/** Reads an archive the way that programs do: from the directory at its end. */
function readZip(zip: Buffer) {
  const end = zip.lastIndexOf(Buffer.from("PK\u0005\u0006"));
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    expect(zip.toString("latin1", at, at + 4)).toBe("PK\u0001\u0002");
    const [crc, packed, plain, title, local] = [zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24), zip.readUInt16LE(at + 28), zip.readUInt32LE(at + 42)];
    const [time, day] = [zip.readUInt16LE(at + 12), zip.readUInt16LE(at + 14)];
    const name = zip.toString("utf8", at + 46, at + 46 + title);
    at += 46 + title;
    expect(zip.toString("latin1", local, local + 4)).toBe("PK\u0003\u0004");
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = inflateRawSync(zip.subarray(begin, begin + packed));
    expect([content.length, crc32(content)]).toEqual([plain, crc]);
    return { name, content: content.toString(), written: [1980 + (day >> 9), (day >> 5) & 15, day & 31, time >> 11, (time >> 5) & 63, (time & 31) * 2] };
  });
}

test("every file of an archive is read again", () => {
  const long = "Łódź;Görlitz\r\n".repeat(10_000);
  const zip = writeZip([{ name: "regions.csv", content: long }, { name: "województwa.csv", content: "" }], new Date("2027-03-18T14:15:20Z"));
  const written = [2027, 3, 18, 14, 15, 20];
  expect(readZip(zip)).toEqual([{ name: "regions.csv", content: long, written }, { name: "województwa.csv", content: "", written }]);
  expect(zip.length).toBeLessThan(long.length / 10);
});
