import { createConfig, lintFromString } from "@redocly/openapi-core";
import { describe, expect, it } from "vitest";
import { routes } from "../../app";
import { openApiDocument } from "../../http";

const document = openApiDocument(routes, "https://tributary.test");

describe("the OpenAPI document", () => {
  it("lints clean", async () => {
    const config = await createConfig({
      extends: ["recommended-strict"],
      // A WebSocket answers 101, which the rule does not know.
      rules: { "operation-2xx-response": "off" },
    });
    const found = await lintFromString({ source: JSON.stringify(document), config });
    expect(
      found.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`),
    ).toEqual([]);
  });

  it("holds every route, and nothing else", () => {
    const paths = document.paths as Record<string, Record<string, unknown>>; // safe: made by openApiDocument
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((m) => `${m} ${path}`),
    );
    expect(described.toSorted()).toEqual(
      routes.map(({ contract }) => `${contract.method} ${contract.path}`).toSorted(),
    );
  });
});
