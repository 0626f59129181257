/**
 * What people take first. Each word stands for a family: digits and signs around it and letters written as digits are
 * taken off before the look-up, so “P4ssw0rd!2024” is “password” here.
 */
const words = new Set(
  `password passwort passwd passwords passphrase motdepasse contrasena contraseña senha wachtwoord parola haslo heslo
  qwerty qwertz azerty qwertyuiop qwertyui asdfgh asdfghjk asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc
  qwerasdf asdfasdf qwerqwer poiuytrewq lkjhgfdsa mnbvcxz abcdef abcdefg abcdefgh abcabc aaaaaa xxxxxx
  letmein letmeinnow welcome welcomeback willkommen bienvenue bienvenido hello hellohello helloworld hallo bonjour hola
  admin administrator root superuser sysadmin guest user username login logon signin access secret topsecret secure
  security default changeme changethis temp temporary test testing tester test test123test demo sample example master
  masterkey system server computer internet network windows microsoft google facebook twitter instagram linkedin
  youtube android iphone samsung apple amazon netflix pokemon nintendo playstation minecraft fortnite starwars
  startrek matrix gandalf frodo hobbit harrypotter hogwarts batman superman spiderman ironman captain wolverine
  monkey dragon tiger lion panther eagle falcon phoenix mustang ferrari porsche mercedes corvette camaro harley yamaha
  football baseball basketball soccer hockey tennis golf liverpool chelsea arsenal barcelona realmadrid manchester
  juventus yankees cowboys steelers lakers packers rangers redsox
  iloveyou iloveu loveyou lovely lover loveme love forever princess prince queen king angel angels sunshine sunflower
  rainbow butterfly flower flowers daisy rosebud blossom summer winter spring autumn sommer monday friday sunday
  january february march april june july august september october november december
  michael michelle jennifer jessica jordan ashley amanda andrew anthony daniel david george hannah jasmine joshua
  justin matthew melissa nicole nicholas patrick rachel rebecca robert samantha sophie stephanie thomas tigger
  victoria vanessa william charlie buster maggie bailey cookie peanut pepper ginger chocolate cheese banana orange
  coffee whiskey killer hunter ranger soldier warrior ninja samurai shadow ghost demon devil lucifer metallica
  nirvana slipknot blink182 eminem jesus jesuschrist godisgood blessed faith heaven freedom america england
  london paris berlin newyork california texas florida canada australia germany deutschland france espana italia
  trustno one trustnoone whatever nothing something fuckyou fuckoff asshole bitch sexy pussy mynoob donald biteme
  money business company office marketing finance manager website letmepass openup opensesame sesame`
    .split(/\s+/)
    .filter(Boolean),
);

const runs = [
  "01234567890123456789",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiopasdfghjklzxcvbnm",
  "qwertzuiopasdfghjklyxcvbnm",
  "azertyuiopqsdfghjklmwxcvbn",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
  "1q2w3e4r5t6y7u8i9o0p",
  "qazwsxedcrfvtgbyhnujmikolp",
];

/** Too easy to guess: a common word dressed up, a run on the keyboard, one bit repeated, or the person's own name. */
export function isCommonPassword(password: string, about: string[] = []): boolean {
  const plain = password.normalize("NFKC").toLowerCase();
  if (/^(.{1,4})\1+.?$/su.test(plain) || isRun(plain)) return true;
  const bare = [plain, unleet(plain)].flatMap((form) => [form, withoutTrimmings(form), lettersOf(form)]);
  if (bare.some((form) => words.has(form))) return true;
  const own = ["tributary", ...about.flatMap(partsOf)];
  return own.some((word) => bare.some((form) => form.includes(word) && form.length - word.length < 4));
}

function isRun(plain: string): boolean {
  const backwards = Array.from(plain).toReversed().join("");
  return runs.some((run) => run.includes(plain) || run.includes(backwards));
}

function withoutTrimmings(form: string): string {
  return form.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
}

function lettersOf(form: string): string {
  return form.replaceAll(/[^\p{L}]/gu, "");
}

const letterOf: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

function unleet(plain: string): string {
  return withoutTrailingDigits(plain).replaceAll(/[013457@$!]/g, (sign) => letterOf[sign] ?? sign);
}

/** A year or an exclamation mark at the end is a year, not letters in disguise. */
function withoutTrailingDigits(plain: string): string {
  return plain.replace(/[\d!?.#*_-]+$/, "");
}

/** The words of a name or an address that are long enough to matter. */
function partsOf(text: string): string[] {
  const parts = text
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return parts.filter((part) => part.length >= 4);
}
