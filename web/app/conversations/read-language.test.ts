import { expect, it } from "vitest";
import { sayLanguage } from "./read-language";

it.each([
  ["de", "en-GB", "Read in German."],
  ["pt", "pt-BR", ""],
  ["en", "en", ""],
  [null, "en", ""],
  ["und", "en", "Its language is not known, so moods and wishes were not guessed."],
  ["qx", "en", ""],
])("%s for who reads %s is told as “%s”", (read, own, words) => {
  expect(sayLanguage(read, own)).toBe(words);
});
