import { readdirSync, readFileSync } from "node:fs";

const ticksPerSecond = 100;

/** All processes that descend from this one; none where the system does not tell (only Linux does). */
export function processesBelow(pid) {
  const parents = new Map(
    list("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        const stat = statOf(name);
        return stat ? [[Number(name), stat.parent]] : [];
      }),
  );
  const found = [];
  for (let edge = [pid]; edge.length > 0;) {
    edge = [...parents].filter(([, parent]) => edge.includes(parent)).map(([child]) => child);
    found.push(...edge);
  }
  return found;
}

/** Processor time that these processes have used so far, in milliseconds; null where nobody knows. */
export function processorMs(pids) {
  const used = pids.map((pid) => statOf(pid)?.ticks ?? null);
  if (used.length === 0 || used.includes(null)) return null;
  return (used.reduce((total, ticks) => total + ticks, 0) * 1000) / ticksPerSecond;
}

function statOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    return null;
  }
}

function list(directory) {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
