import { encodeText } from "./encode";

/** Undefined while nothing lies there yet. */
type Grid = (boolean | undefined)[][];

const alignments = [
  [],
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
];

/** Dark (true) and light squares of a QR code, without its quiet margin. */
export function qrMatrix(text: string): boolean[][] {
  const { version, bytes } = encodeText(text);
  const frame = drawFrame(version);
  const candidates = masks.map((_, mask) => finish(frame, bytes, mask));
  return candidates.reduce((best, one) => (penalty(one) < penalty(best) ? one : best));
}

function drawFrame(version: number): Grid {
  const size = version * 4 + 17;
  const grid: Grid = Array.from({ length: size }, () => Array.from({ length: size }, () => undefined));
  for (const [row, column] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const)
    drawRings(grid, row, column, 4);
  for (let at = 8; at < size - 8; at++) {
    set(grid, 6, at, at % 2 === 0);
    set(grid, at, 6, at % 2 === 0);
  }
  const places = alignments[version] ?? [];
  for (const row of places)
    for (const column of places) if (!isCorner(row, column, size)) drawRings(grid, row, column, 2);
  set(grid, size - 8, 8, true);
  drawFormat(grid, 0);
  if (version >= 7) drawVersion(grid, version);
  return grid;
}

function drawRings(grid: Grid, row: number, column: number, reach: number): void {
  for (let down = -reach; down <= reach; down++) {
    for (let right = -reach; right <= reach; right++) {
      const ring = Math.max(Math.abs(down), Math.abs(right));
      set(grid, row + down, column + right, reach === 4 ? ring !== 2 && ring !== 4 : ring !== 1);
    }
  }
}

function isCorner(row: number, column: number, size: number): boolean {
  const far = size - 7;
  return (row === 6 && column === 6) || (row === 6 && column === far) || (row === far && column === 6);
}

/** Says which mask was used, twice; for error correction M the level bits are 00. */
function drawFormat(grid: Grid, mask: number): void {
  const size = grid.length;
  const bits = withRemainder(mask, 10, 0x537) ^ 0x5412;
  for (let at = 0; at < 15; at++) {
    const dark = ((bits >> at) & 1) === 1;
    const near = at < 6 ? at : at < 8 ? at + 1 : at === 8 ? 7 : 14 - at;
    if (at < 8) set(grid, near, 8, dark);
    else set(grid, 8, near, dark);
    if (at < 8) set(grid, 8, size - 1 - at, dark);
    else set(grid, size - 15 + at, 8, dark);
  }
}

function drawVersion(grid: Grid, version: number): void {
  const bits = withRemainder(version, 12, 0x1f25);
  for (let at = 0; at < 18; at++) {
    const dark = ((bits >> at) & 1) === 1;
    const [long, short] = [Math.floor(at / 3), grid.length - 11 + (at % 3)];
    set(grid, long, short, dark);
    set(grid, short, long, dark);
  }
}

function withRemainder(value: number, bits: number, polynomial: number): number {
  let rest = value;
  for (let at = 0; at < bits; at++) rest = (rest << 1) ^ ((rest >> (bits - 1)) * polynomial);
  return (value << bits) | rest;
}

const masks: ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** Data snakes upwards and downwards through what is free, two columns at a time, from the right. */
function finish(frame: Grid, bytes: Uint8Array, mask: number): boolean[][] {
  const grid = frame.map((row) => [...row]);
  const isMasked = masks[mask] ?? (() => false);
  const size = grid.length;
  let at = 0;
  for (let right = size - 1; right >= 1; right -= right === 8 ? 3 : 2) {
    const upwards = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step++) {
      const row = upwards ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (frame[row]?.[column] !== undefined) continue;
        const bit = (((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1) === 1;
        set(grid, row, column, bit !== isMasked(row, column));
        at++;
      }
    }
  }
  drawFormat(grid, mask);
  return grid.map((row) => row.map((dark) => dark === true));
}

/** Runs, blocks and an uneven share of dark squares make a code harder to read. */
function penalty(grid: boolean[][]): number {
  const columns = grid.map((_, at) => grid.map((row) => row[at] ?? false));
  const lines = [...grid, ...columns].map((line) => line.map((dark) => (dark ? "1" : "0")).join(""));
  const dark = grid.flat().filter(Boolean).length / grid.length ** 2;
  const uneven = Math.floor(Math.abs(dark - 0.5) * 20) * 10;
  return lines.reduce((sum, line) => sum + linePenalty(line), uneven) + blockPenalty(grid);
}

function linePenalty(line: string): number {
  const runs = line.match(/0{5,}|1{5,}/g) ?? [];
  const finders = line.match(/(?=10111010000|00001011101)/g) ?? [];
  return runs.reduce((sum, run) => sum + run.length - 2, 0) + finders.length * 40;
}

function blockPenalty(grid: boolean[][]): number {
  let found = 0;
  for (let row = 1; row < grid.length; row++) {
    for (let column = 1; column < grid.length; column++) {
      const four = [
        grid[row]?.[column],
        grid[row - 1]?.[column],
        grid[row]?.[column - 1],
        grid[row - 1]?.[column - 1],
      ];
      if (four.every(Boolean) || !four.some(Boolean)) found++;
    }
  }
  return found * 3;
}

function set(grid: Grid, row: number, column: number, dark: boolean): void {
  const line = grid[row];
  if (line && column >= 0 && column < line.length) line[column] = dark;
}
