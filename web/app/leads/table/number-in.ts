/** As people write numbers: 1,200.50 and 1.200,50 and 1 200; nothing where it is none. */
export function numberIn(text: string): number | null {
  const plain = text.replaceAll(/[\s'’]/gu, "");
  const decimal = decimalOf(plain);
  const digits = decimal ? plain.replaceAll(decimal === "," ? "." : ",", "") : plain.replaceAll(/[.,]/g, "");
  const number = Number(decimal ? digits.replace(decimal, ".") : digits);
  return digits !== "" && Number.isFinite(number) ? number : null;
}

/** The mark that stands last parts the decimals, unless it can only part thousands. */
function decimalOf(text: string): "," | "." | null {
  const last = text.lastIndexOf(",") > text.lastIndexOf(".") ? "," : ".";
  const count = text.split(last).length - 1;
  if (count !== 1) return null;
  const isAlone = !text.includes(last === "," ? "." : ",");
  return last === "," && isAlone && /^-?\d{1,3},\d{3}$/.test(text) ? null : last;
}
