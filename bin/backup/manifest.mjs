import { createHash } from "node:crypto";
import { createReadStream, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { Failure } from "../local/commands.mjs";

const format = 1;

/** Written last: a folder without it is not a backup, whatever else lies there. */
export function writeManifest(directory, { source, takenAt, databases }) {
  const manifest = { format, source, takenAt, databases };
  const unfinished = `${pathIn(directory)}.unfinished`;
  writeFileSync(unfinished, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  renameSync(unfinished, pathIn(directory));
}

/** Reads what a backup says of itself, and makes sure that its files are still what was written. */
export async function readManifest(directory) {
  if (!existsSync(pathIn(directory)))
    throw new Failure(`${directory} holds no finished backup: manifest.json is not there.`);
  const manifest = parse(readFileSync(pathIn(directory), "utf8"), directory);
  if (manifest.format !== format)
    throw new Failure(
      `This backup has format ${manifest.format}, and this version of Tributary reads format ${format}.`,
    );
  for (const { file, sha256 } of manifest.databases) {
    const path = join(directory, file);
    if (!existsSync(path)) throw new Failure(`The backup is not whole: ${file} is missing.`);
    if ((await sha256Of(path)) !== sha256)
      throw new Failure(`${file} is not what was backed up: its SHA-256 differs.`);
  }
  return manifest;
}

function parse(text, directory) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure(`${directory} holds no backup that can be read: manifest.json is not whole.`);
  }
}

async function sha256Of(path) {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

function pathIn(directory) {
  return join(directory, "manifest.json");
}
