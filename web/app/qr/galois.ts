/** Arithmetic of the 256 values that QR codes correct errors with (polynomial 0x11d). */
const exponents = new Uint8Array(512);
const logarithms = new Uint8Array(256);

for (let power = 0, value = 1; power < 255; power++) {
  exponents[power] = exponents[power + 255] = value;
  logarithms[value] = power;
  value = (value << 1) ^ (value & 0x80 ? 0x11d : 0);
}

/** The check bytes that follow a block: its remainder by the generator polynomial. */
export function checkBytes(block: Uint8Array, count: number): Uint8Array {
  const generator = generatorOf(count);
  const rest = new Uint8Array(block.length + count);
  rest.set(block);
  for (let at = 0; at < block.length; at++) {
    const factor = rest[at] ?? 0;
    if (factor === 0) continue;
    generator.forEach((term, offset) => {
      rest[at + offset] = (rest[at + offset] ?? 0) ^ multiply(term, factor);
    });
  }
  return rest.subarray(block.length);
}

function generatorOf(degree: number): Uint8Array {
  let terms = new Uint8Array([1]);
  for (let root = 0; root < degree; root++) {
    const next = new Uint8Array(terms.length + 1);
    terms.forEach((term, at) => {
      next[at] = (next[at] ?? 0) ^ term;
      next[at + 1] = multiply(term, exponents[root] ?? 0);
    });
    terms = next;
  }
  return terms;
}

function multiply(a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  return exponents[(logarithms[a] ?? 0) + (logarithms[b] ?? 0)] ?? 0;
}
