import type { Said } from "./pages";

/** What pages keep coming back to: pairs of words that stand together more than once, then single ones that name a thing. */
export function keyPhrases(said: Said[], most: number): string[] {
  const pairs = new Map<string, number>();
  const uses = new Map<string, Use>();
  for (const { sentence } of said) {
    const words = sentence.match(/[\p{L}][\p{L}’'-]*|[^\s\p{L}]/gu) ?? [];
    words.forEach((word, index) => {
      const [before = "", after = ""] = [words[index - 1], words[index + 1]];
      if (saysNothing(word) || elsewhere.test(before)) return;
      noteUse(uses, word.toLowerCase(), { before, after });
      if (!saysNothing(after) && !doers.test(before)) note(pairs, `${word} ${after}`.toLowerCase());
    });
  }
  const phrases = mostOften([...pairs].filter(([, times]) => times >= 2));
  const things = [...uses].filter(([, use]) => isThing(use)).map(([word, { all }]) => [word, all] as const);
  const alone = mostOften(things)
    .filter((word) => !phrases.some((phrase) => phrase.split(" ").includes(word)))
    .map((word) => (uses.has(`${word}s`) ? `${word}s` : word));
  return [...new Set([...phrases, ...alone])].slice(0, most);
}

/** How often a word was met, how often it closed a group of words as nouns do, and how often somebody did it. */
type Use = { all: number; asThing: number; asDeed: number };

function noteUse(uses: Map<string, Use>, word: string, { before, after }: { before: string; after: string }) {
  const use = uses.get(word) ?? { all: 0, asThing: 0, asDeed: 0 };
  const isDeed = doers.test(before) || objects.test(after);
  const isThing = !isDeed && saysNothing(after);
  uses.set(word, {
    all: use.all + 1,
    asThing: use.asThing + Number(isThing),
    asDeed: use.asDeed + Number(isDeed),
  });
}

/** Without a dictionary: “you drink it” is a deed, “fresh beans” a quality, and “the grinder” a thing. */
function isThing({ all, asThing, asDeed }: Use): boolean {
  return all >= 3 && asThing * 2 >= all && asThing > asDeed * 2;
}

/** What follows is a part of an address, or what is counted there: “hello@northwind”, “two clicks”. */
const elsewhere = /^(?:[.@\d]|two|three|four|five|six|seven|eight|nine|ten|twelve)$/i;
const doers =
  /^(?:i|you|we|it|they|he|she|who|that|which|to|not|can|will|would|should|must|may|never|always|so|too|very)$/i;
const objects = /^(?:you|us|me|them|him|her|it|your|how|whether|why)$/i;

function mostOften(counted: (readonly [string, number])[]): string[] {
  return counted.toSorted(([, one], [, other]) => other - one).map(([word]) => word);
}

function note(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Says nothing of a business by itself: small words, numbers, days, and what every website says. */
function saysNothing(word: string): boolean {
  return (
    word.length < 4 ||
    !/^\p{L}/u.test(word) ||
    // A capital begins a sentence, a name or a link of a menu.
    /^\p{Lu}/u.test(word) ||
    idle.has(word.toLowerCase()) ||
    /(?:ly|ed|day|days|’s|'s)$/.test(word)
  );
}

const idle = new Set(
  "gram grams hello kilo kilos litre litres mail test cookies menu contact search login email website click welcome about after again also always answer around away back because been before begin being best better both bring came come comes could date days does done down each easy eight eleven even ever every everything find first five four free from full give gives goes good have help here home hour hours into just keep kept know last least less like list long look made make makes many minutes month months more most much name need never next nine once one only open order other over page pages part people person read right same seven short should since site some start still take takes tell tells than that their them then there these they thing things this those three time times today twice under until used using very want week weeks well were what when where which while will with within without work works would write year years your yours".split(
    " ",
  ),
);
