import { strToU8, Zip, ZipDeflate } from "fflate";

export type NamedFile = { name: string; text: string; modifiedAt: number };

/** An archive that is written while its files are read. */
export async function* zipped(files: AsyncGenerator<NamedFile>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    ready.push(part);
  });
  for await (const { name, text, modifiedAt } of files) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = modifiedAt;
    zip.add(file);
    file.push(strToU8(text), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
