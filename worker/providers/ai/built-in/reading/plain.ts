/** Small letters without accents, each at the very place of the letter it stands for. */
export function plainOf(text: string): string {
  return text.replaceAll(/[A-Z\u0080-\uFFFF]/g, (letter) => {
    if (letter === "’" || letter === "‘") return "'";
    const plain = letter.toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, "");
    return plain.length === 1 ? plain : letter;
  });
}
