import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, root } from "./commands.mjs";
import { loadModule } from "./modules.mjs";

/** `.dev.vars.example` names every variable there is and says what it is for. */
export function variableNames() {
  return Object.keys(readVariableFile(readFileSync(join(root, ".dev.vars.example"), "utf8")));
}

/** The variables of a local run: the shell wins over `.dev.vars`, and both over what the state keeps. */
export function localVariables({ secrets, port, sampleHosts }) {
  const given = { ...devVars(), ...fromShell() };
  const allowed = [given.OUTBOUND_ALLOWED_HOSTS, ...sampleHosts].filter(Boolean);
  return {
    ...secrets,
    ...given,
    TRIBUTARY_MODE: "local",
    APP_URL: `http://localhost:${port}`,
    OUTBOUND_ALLOWED_HOSTS: allowed.join(","),
  };
}

/** Asks the Worker's own reading of its settings, so that a wrong one is told before anything starts. */
export async function assertSettings(variables) {
  const { settingsOf } = await loadModule('export { settingsOf } from "./worker/kernel/env";', "settings");
  try {
    settingsOf(variables);
  } catch (error) {
    throw new Failure(error.message);
  }
}

function devVars() {
  const path = join(root, ".dev.vars");
  return existsSync(path) ? withoutEmpty(readVariableFile(readFileSync(path, "utf8"))) : {};
}

function withoutEmpty(variables) {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
}

function fromShell() {
  return Object.fromEntries(
    variableNames().flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  );
}

export function readVariableFile(text) {
  const lines = text
    .split(/\r?\n/)
    .map((line) => /^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line));
  return Object.fromEntries(
    lines.flatMap((match) => (match ? [[match[1], match[2].replace(/^(["'`])(.*)\1$/s, "$2")]] : [])),
  );
}

/** In the quotes that the value itself does not hold, so that it comes back letter for letter. */
export function variableFile(variables) {
  return Object.entries(variables)
    .map(([name, value]) => {
      const quote = ["'", "`", '"'].find((mark) => !value.includes(mark)) ?? "";
      return `${name}=${quote}${value}${quote}\n`;
    })
    .join("");
}
