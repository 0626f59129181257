const systems = [
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
  "windows",
];
const processors = ["arm64", "x64", "ia32", "ppc64", "riscv64", "s390x", "loong64", "wasm32", "arm", "64"];
const exactVersion = /^\d+\.\d+\.\d+[-\w.]*$/;

/** Binaries of other platforms that a package names by exact version and the lockfile does not hold: path and entry. */
export function missingPlatforms(packages) {
  return Object.entries(packages).flatMap(([parent, owner]) => {
    const named = Object.entries(owner.optionalDependencies ?? {}).filter(([, version]) =>
      exactVersion.test(version),
    );
    const isHeld = ([name, version]) => packages[find(packages, parent, name)]?.version === version;
    const sibling = named.find(isHeld)?.[0];
    if (!sibling) return [];
    const path = find(packages, parent, sibling);
    return named
      .filter((entry) => !isHeld(entry))
      .map(([name, version]) => [
        path.slice(0, -sibling.length) + name,
        describe({ name, version, owner, sibling: packages[path] }),
      ]);
  });
}

/** Where Node would find it: beside the package that asks, or further up. */
function find(packages, parent, name) {
  for (let from = parent; ; from = from.slice(0, Math.max(0, from.lastIndexOf("/node_modules/")))) {
    const path = `${from ? `${from}/` : ""}node_modules/${name}`;
    if (path in packages || from === "") return path;
  }
}

function describe({ name, version, owner, sibling }) {
  const words = name.split("/").at(-1).split("-");
  const system = systems.find((candidate) => words.includes(candidate));
  const processor = processors.find((candidate) => words.includes(candidate));
  const library = words.some((word) => word.startsWith("musl")) ? "musl" : "glibc";
  return {
    version,
    cpu: [processor === "64" ? "x64" : processor],
    ...(owner.dev ? { dev: true } : {}),
    ...(system === "linux" ? { libc: [library] } : {}),
    license: sibling.license,
    optional: true,
    ...(system ? { os: [system === "windows" ? "win32" : system] } : {}),
    ...(sibling.engines ? { engines: sibling.engines } : {}),
  };
}
