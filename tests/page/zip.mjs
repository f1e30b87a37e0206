// Files of offices are zips: reads them, and changes one part as a planner does in Excel, without Excel.
import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";

/** The files of a zip, by their names. */
export function filesOf(bytes) {
  const files = new Map();
  const end = bytes.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const head = bytes.readUInt32LE(at + 42);
    const start = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28);
    const packed = bytes.subarray(start, start + size);
    const whole = method === 0 ? packed : inflateRawSync(packed);
    files.set(bytes.toString("utf8", at + 46, at + 46 + name), whole);
    at += 46 + name + extra + comment;
  }
  return files;
}

/** A zip of files, stored as they are or packed. */
export function zipOf(files, isPacked = false) {
  const [parts, entries] = [[], []];
  let offset = 0;
  for (const [name, content] of files) {
    const path = Buffer.from(name);
    const packed = isPacked ? deflateRawSync(content) : content;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(isPacked ? 8 : 0, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(path.length, 22);
    parts.push(Buffer.from("PK\u0003\u0004", "latin1"), fields, path, packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    entries.push(Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), fields, place, path);
    offset += 30 + path.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
}

/** The workbook with every occurrence of a text in its sheets replaced; fails where there is none. */
export function withSheets(workbook, change) {
  const files = filesOf(Buffer.from(workbook));
  let changed = 0;
  for (const [name, content] of files) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) continue;
    const text = content.toString("utf8");
    const next = change(text, name);
    if (next !== text) changed += 1;
    files.set(name, Buffer.from(next));
  }
  if (changed === 0) throw new Error("no sheet was changed");
  return zipOf(files);
}
