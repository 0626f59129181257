/** Never shown as text, or not what a page says: menus repeat the names of other pages. */
const silent = new Set(
  "script style noscript template head svg math iframe object canvas select textarea nav audio video dialog".split(
    " ",
  ),
);
const blocks = new Set(
  "address article aside blockquote br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody td tfoot th thead title tr ul".split(
    " ",
  ),
);
const voids = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

const hidingStyle =
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|font-size\s*:\s*0*(?:\.0+)?[01]?(?:px|pt|em|rem|%)?\s*(?:;|!|$)|(?:text-indent|left|top|right|margin-left)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*0|clip-path\s*:\s*inset\(\s*(?:50|100)%|(?:^|;)\s*(?:max-)?(?:height|width)\s*:\s*0(?:px)?\s*(?:;|!|$)|(?:^|;)\s*color\s*:\s*transparent/i;

/** Whether an eye would not see what stands in here: that is where orders to a model are hidden (AI-01). */
export function isSilent(element: Element): boolean {
  if (silent.has(element.tagName.toLowerCase())) return true;
  if (element.hasAttribute("hidden") || element.getAttribute("aria-hidden") === "true") return true;
  const style = element.getAttribute("style");
  return (style !== null && hidingStyle.test(style)) || hasColourOfGround(style ?? "");
}

/** White on white, in one place. */
function hasColourOfGround(style: string): boolean {
  const colour = /(?:^|;)\s*color\s*:\s*([^;!]+)/i.exec(style)?.[1]?.trim().toLowerCase();
  const ground = /background(?:-color)?\s*:\s*([^;!]+)/i.exec(style)?.[1]?.trim().toLowerCase();
  return colour !== undefined && colour === ground;
}

export function isBlock(tagName: string): boolean {
  return blocks.has(tagName.toLowerCase());
}

export function isVoid(tagName: string): boolean {
  return voids.has(tagName.toLowerCase());
}
