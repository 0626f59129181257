import type { Brief, Source } from "./brief";
import { Chance } from "./chance";
import { asClause, asTag, lowerFirst, upperFirst } from "./phrases";

const near = 5;

/** A sentence with places to fill, such as `Start with {key}.`; with a capital, such as `{Key}`, it begins a sentence. */
export type Frame = string;

/** Fills frames from a brief: each fact is told once, each frame comes once before any comes again. */
export class Teller {
  readonly chance: Chance;
  private readonly supplies: Record<string, string[]>;
  private readonly turns = new Map<string, number>();
  private readonly facts: Source[];

  constructor(
    readonly brief: Brief,
    salt = "",
  ) {
    this.chance = new Chance(`${brief.seed}:${brief.title}:${brief.platform}:${salt}`);
    this.facts = closestFirst(brief.facts, `${brief.title} ${brief.keywords.join(" ")}`);
    const { title, audience, business, product, pains, outcomes, keywords, subjects } = brief;
    this.supplies = {
      about: [asClause(title)],
      title: [title],
      for: audience ? [audience] : [],
      biz: business ? [business] : [],
      product: product ? [product] : [],
      pain: this.chance.shuffled(pains.map(lowerFirst)),
      outcome: this.chance.shuffled(outcomes.map(lowerFirst)),
      key: this.chance.shuffled(keywords.slice(0, 8).map(lowerFirst)),
      subject: this.chance.shuffled(subjects.slice(0, 8).map(lowerFirst)),
      cta: brief.cta ? [brief.cta] : [],
    };
  }

  /** Empty where nothing of the pool can be filled. */
  say(pool: readonly Frame[]): string {
    for (let tries = 0; tries < pool.length; tries++) {
      const frame = this.chance.pick(pool);
      if (frame !== undefined && this.canFill(frame)) return this.fill(frame);
    }
    return "";
  }

  fill(frame: Frame): string {
    return frame.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = name.toLowerCase() === "fact" ? this.fact() : this.next(name.toLowerCase());
      return /^[A-Z]/.test(name) ? upperFirst(value) : value;
    });
  }

  /** Something that is known and was not told yet, out of the nearest to what the piece is about. */
  fact(): string {
    const [told] = this.facts.splice(this.chance.below(Math.min(this.facts.length, near)), 1);
    return told?.sentence ?? "";
  }

  get hasFacts(): boolean {
    return this.facts.length > 0;
  }

  tags(most: number): string[] {
    const { keywords, subjects, industry } = this.brief;
    const tags = [...keywords, ...subjects, industry]
      .map(asTag)
      .filter((tag) => tag.length > 2 && tag.length < 30);
    return [...new Set(tags)].slice(0, most);
  }

  private canFill(frame: Frame): boolean {
    const names = [...frame.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name.toLowerCase());
    return names.every((name) => (name === "fact" ? this.hasFacts : (this.supplies[name]?.length ?? 0) > 0));
  }

  private next(name: string): string {
    const supply = this.supplies[name] ?? [];
    const turn = this.turns.get(name) ?? 0;
    this.turns.set(name, turn + 1);
    return supply[turn % Math.max(supply.length, 1)] ?? "";
  }
}

/** Ordered by how many words they share with what is being told; otherwise as they came. */
function closestFirst(facts: readonly Source[], about: string): Source[] {
  const wanted = wordsOf(about);
  const share = ({ sentence }: Source) => [...wordsOf(sentence)].filter((word) => wanted.has(word)).length;
  return facts.toSorted((one, other) => share(other) - share(one));
}

function wordsOf(text: string): Set<string> {
  return new Set((text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []).map((word) => word.slice(0, 6)));
}
