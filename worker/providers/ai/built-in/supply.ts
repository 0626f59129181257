import { headlineOf, type Material } from "./material";
import { composeProse } from "./prose";

/** Hands out what the material has, each time something further on, so that a list does not repeat itself. */
export class Supply {
  private readonly turns = new Map<string, number>();

  constructor(
    readonly material: Material,
    readonly maxTokens: number,
  ) {}

  turn(kind: string): number {
    const turn = this.turns.get(kind) ?? 0;
    this.turns.set(kind, turn + 1);
    return turn;
  }

  next(kind: string, choices: readonly string[]): string {
    return choices[this.turn(kind) % (choices.length || 1)] ?? "";
  }

  sentence(): string {
    return this.next("sentence", this.material.sentences) || this.material.title;
  }

  /** All there is to say, beginning somewhere else each time. */
  prose(): string {
    const { sentences } = this.material;
    const turn = this.turn("prose");
    const start = (turn * 3) % (sentences.length || 1);
    const onward = [...sentences.slice(start), ...sentences.slice(0, start)];
    const title = turn === 0 ? this.material.title : "";
    return composeProse({ ...this.material, title, sentences: onward }, this.maxTokens / 2);
  }

  /** The title once, then the heads of sentences; a second series runs alongside, as slugs do with titles. */
  headline(series = "headline"): string {
    const turn = this.turn(series);
    const { sentences, title } = this.material;
    return turn === 0 && title ? title : headlineOf(sentences[(turn - 1) % sentences.length] ?? title);
  }
}
