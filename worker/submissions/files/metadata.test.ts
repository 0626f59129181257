import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { withoutMetadata } from "./metadata";

const place = "GPS 52.5200 N 13.4050 E, Ann's phone";

function segment(code: number, content: string | Buffer): Buffer {
  const body = typeof content === "string" ? Buffer.from(content, "latin1") : content;
  const head = Buffer.from([0xff, code, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** The orientation as its second entry, and behind the directory what must not be kept. */
function exif(orientation: number, isLittle: boolean): Buffer {
  const tiff = Buffer.alloc(34);
  const put16 = (value: number, at: number) =>
    isLittle ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  tiff.write(isLittle ? "II" : "MM", "latin1");
  put16(42, 2);
  tiff[isLittle ? 4 : 7] = 8;
  put16(2, 8);
  put16(0x010f, 10);
  put16(0x0112, 22);
  put16(3, 24);
  put16(orientation, 30);
  return segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0"), tiff, Buffer.from(place)]));
}

const jfif = segment(0xe0, "JFIF\0");
const profile = segment(0xe2, "ICC_PROFILE\0colours");
const table = segment(0xdb, "table");
const picture = Buffer.concat([segment(0xda, "x"), Buffer.from([1, 0xff, 0, 2, 0xff, 0xd3, 3])]);
const secondPicture = Buffer.concat([segment(0xda, "y"), Buffer.from([4, 0xff, 0])]);
const begin = Buffer.from([0xff, 0xd8]);
const end = Buffer.from([0xff, 0xd9]);

describe("XSS-05 GDPR a photo is kept without where and when it was taken", () => {
  it.each([true, false])(
    "JPEG: only its picture, its colours and its orientation stay (little end first: %s)",
    (isLittle) => {
      const told = [exif(6, isLittle), segment(0xe1, `http://ns.adobe.com/xap/1.0/ ${place}`)];
      const pictures = [table, picture, segment(0xfe, place), secondPicture, end];
      const added = [segment(0xe2, `MPF ${place}`), segment(0xed, place), segment(0xfe, place)];
      const film = Buffer.from(`ftypmp42 ${place}`);
      const photo = [begin, jfif, ...told, profile, ...added, ...pictures, film];
      const kept = Buffer.from(withoutMetadata(Buffer.concat(photo), "image/jpeg"));
      const turned = kept.subarray(2 + jfif.length, 2 + jfif.length + 36);
      expect(kept.toString("latin1")).not.toContain("GPS");
      expect(turned.toString("latin1", 4, 8)).toBe("Exif");
      expect(turned.readUInt16BE(28)).toBe(6);
      expect(kept).toEqual(Buffer.concat([begin, jfif, turned, profile, table, picture, secondPicture, end]));
    },
  );

  it("JPEG: one that stands upright needs no EXIF at all, nor one whose EXIF is broken", () => {
    const plain = Buffer.concat([begin, table, picture, end]);
    for (const told of [exif(1, true), segment(0xe1, "Exif\0\0MM\0*\xff\xff\xff\xff")])
      expect(withoutMetadata(Buffer.concat([begin, told, table, picture, end]), "image/jpeg")).toEqual(plain);
    expect(withoutMetadata(plain.subarray(0, -5), "image/jpeg")).toEqual(plain.subarray(0, -5));
  });

  it("PNG: its words, its time and its EXIF go, and what stands behind its end", () => {
    const chunk = (name: string, content: string) => {
      const size = Buffer.alloc(4);
      size.writeUInt32BE(content.length);
      return Buffer.concat([size, Buffer.from(`${name}${content}sum!`, "latin1")]);
    };
    const head = Buffer.concat([Buffer.from("\x89PNG\r\n\x1A\n", "latin1"), chunk("IHDR", "size")]);
    const rest = Buffer.concat([chunk("IDAT", "picture"), chunk("IEND", "")]);
    const told = ["eXIf", "tEXt", "zTXt", "iTXt", "tIME"].map((name) => chunk(name, place));
    const photo = Buffer.concat([head, ...told, rest, Buffer.from(place)]);
    expect(withoutMetadata(photo, "image/png")).toEqual(Buffer.concat([head, rest]));
  });

  it("leaves other files as they are", () => {
    const pdf = Buffer.from(`%PDF-1.7 ${place}`);
    expect(withoutMetadata(pdf, "application/pdf")).toBe(pdf);
  });
});
