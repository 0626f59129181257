import { checkBytes } from "./galois";

/** Error correction M: check bytes a block, then how many data bytes each block has, by version. */
const versions: { check: number; blocks: number[] }[] = [
  { check: 10, blocks: [16] },
  { check: 16, blocks: [28] },
  { check: 26, blocks: [44] },
  { check: 18, blocks: [32, 32] },
  { check: 24, blocks: [43, 43] },
  { check: 16, blocks: [27, 27, 27, 27] },
  { check: 18, blocks: [31, 31, 31, 31] },
  { check: 22, blocks: [38, 38, 39, 39] },
  { check: 22, blocks: [36, 36, 36, 37, 37] },
  { check: 26, blocks: [43, 43, 43, 43, 44] },
];

export type Codewords = { version: number; bytes: Uint8Array };

/** Text as the bytes of the smallest QR code that holds it; up to 213 bytes. */
export function encodeText(text: string): Codewords {
  const data = new TextEncoder().encode(text);
  const index = versions.findIndex((_, at) => data.length + headerBytes(at + 1) <= capacityOf(at));
  const layout = versions[index];
  if (!layout) throw new RangeError(`A text of ${data.length} bytes is too long for this QR code.`);
  const version = index + 1;
  const filled = fill(data, version, capacityOf(index));
  return { version, bytes: interleave(filled, layout.blocks, layout.check) };
}

function capacityOf(index: number): number {
  return versions[index]?.blocks.reduce((sum, length) => sum + length, 0) ?? 0;
}

/** Four bits of mode and the length, rounded up. */
function headerBytes(version: number): number {
  return version < 10 ? 2 : 3;
}

function fill(data: Uint8Array, version: number, capacity: number): Uint8Array {
  const bits = ["0100", data.length.toString(2).padStart(version < 10 ? 8 : 16, "0")];
  for (const byte of data) bits.push(byte.toString(2).padStart(8, "0"));
  const stream = `${bits.join("")}0000`.slice(0, capacity * 8);
  const filled = new Uint8Array(capacity);
  const used = Math.ceil(stream.length / 8);
  for (let at = 0; at < capacity; at++) {
    const padding = (at - used) % 2 === 0 ? 0xec : 0x11;
    filled[at] = at < used ? Number.parseInt(stream.slice(at * 8, at * 8 + 8).padEnd(8, "0"), 2) : padding;
  }
  return filled;
}

/** Blocks are woven together byte by byte, so that a stain hurts each of them a little. */
function interleave(data: Uint8Array, lengths: number[], check: number): Uint8Array {
  let start = 0;
  const blocks = lengths.map((length) => data.subarray(start, (start += length)));
  const checks = blocks.map((block) => checkBytes(block, check));
  return Uint8Array.from([...weave(blocks), ...weave(checks)]);
}

function weave(rows: Uint8Array[]): number[] {
  const longest = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: longest }, (_, at) => rows.flatMap((row) => row[at] ?? [])).flat();
}
