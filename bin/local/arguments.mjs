import { isAbsolute, join } from "node:path";
import { parseArgs } from "node:util";
import { Failure, root, stopEverything } from "./commands.mjs";

/** Reads what was typed after the command; an unknown option is answered with the ones there are. */
export function readArguments(options, usage) {
  try {
    return parseArgs({ options: { ...options, help: { type: "boolean", short: "h" } }, strict: true }).values;
  } catch (error) {
    throw new Failure(`${error.message.split(". ")[0]}.\n\n${usage}`);
  }
}

/** Relative to where the person stands, not to where npm runs us. */
export function pathFromHere(path) {
  return isAbsolute(path) ? path : join(process.env.INIT_CWD ?? root, path);
}

export function portNumber(text) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Failure(`“${text}” is not a port. Use a number from 1 to 65535.`);
  }
  return port;
}

/** Runs a command to its end and turns a failure into words and an exit code. */
export async function main(command) {
  try {
    const code = await command();
    if (typeof code === "number") process.exitCode = code;
  } catch (error) {
    await stopEverything();
    console.error(error instanceof Failure ? `\n${error.message}` : error);
    process.exit(1);
  }
}
