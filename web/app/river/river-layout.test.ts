import { expect, test } from "vitest";
import { exampleRiver } from "./example-river";
import { layOutRiver } from "./river-layout";

const box = { width: 1000, height: 400, left: 100, right: 100, top: 20, bottom: 20, gap: 30 };

test("the width of a stream is what flows in it", () => {
  const { nodes, streams } = layOutRiver(exampleRiver, box);
  const blog = nodes.find(({ id }) => id === "blog");
  const scale = ((blog?.y1 ?? 0) - (blog?.y0 ?? 0)) / (blog?.value ?? 1);
  for (const stream of streams) expect(stream.width).toBeCloseTo(Math.max(1, stream.value * scale), 0);
});

test("what does not flow on leaves, and nothing is lost in between", () => {
  const { leaving } = layOutRiver(exampleRiver, box);
  for (const { node, value } of leaving) {
    const onward = exampleRiver.streams.filter(({ source }) => source === node.id);
    expect(onward.reduce((sum, stream) => sum + stream.value, value)).toBe(node.value);
  }
});

test("where the water ends nothing leaves", () => {
  const { leaving } = layOutRiver(exampleRiver, box);
  expect(leaving.some(({ node }) => node.id === "customers")).toBe(false);
});

test("no stage gets more than the one before it gave", () => {
  for (const node of exampleRiver.nodes.filter(({ stage }) => stage > 0)) {
    const arriving = exampleRiver.streams.filter(({ target }) => target === node.id);
    expect(arriving.reduce((sum, { value }) => sum + value, 0)).toBe(node.value);
  }
});
