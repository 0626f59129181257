import { callWrangler } from "./wrangler.mjs";

/** Tells each step in words and does it; in a dry run it tells what would be run, and nobody is asked or changed. */
export function createSteps({ isDryRun, say }) {
  let number = 0;
  const note = (words) => say(`   ${words}`);
  const wouldRun = (args) => note(`would run: wrangler ${args.join(" ")}`);
  return {
    isDryRun,
    note,
    begin: (title) => say(`${number++ === 0 ? "" : "\n"}${number}. ${title}`),
    /** Something that only looks. In a dry run the answer is what is expected of an account that has nothing yet. */
    async ask(args, read, expected) {
      if (!isDryRun) return await read();
      wouldRun(args);
      return expected;
    },
    async change(words, args, options) {
      if (isDryRun) return wouldRun(args);
      note(words);
      await callWrangler(args, options);
    },
  };
}
