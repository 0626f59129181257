import { expect, test } from "vitest";
import { buildEmbed, integrityOf, readReleases, readVersion } from "../../embed/build.mjs";

/** Pages name these hashes: a release that changed by one letter would not run there any more. */
const published = {
  "1.0.0": "sha384-VZIxtuFdK6Rqs5gL2tqGz6xemqjXFaUERVTy21c2D9WYCGlrTeFVp5mQXj12V33y",
};

test("a released element is for ever what its hash says", () => {
  const kept = Object.fromEntries(
    Object.entries(readReleases()).map(([version, code]) => [version, integrityOf(code)]),
  );
  expect(kept).toEqual(published);
});

test("the version that is told to pages is a released one, and is served as it was released", async () => {
  const [version, { files }] = await Promise.all([readVersion(), buildEmbed()]);
  expect(Object.keys(readReleases())).toContain(version);
  expect(JSON.parse(files["versions.json"]).versions[version]).toEqual({
    integrity: integrityOf(files[`${version}.js`]),
  });
});
