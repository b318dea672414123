/**
 * Words that lists of leaked passwords begin with, lower case, letters only or keyboard rows. A policy of 15
 * characters leaves only their paddings and repetitions, which are undone below before the look-up.
 */
const words: ReadonlySet<string> = new Set(
  `password passwort passwd passw0rd contraseña motdepasse senha parola haslo wachtwoord secret geheim admin administrator
  root user guest login welcome willkommen letmein iloveyou loveyou love sunshine princess prinzessin dragon monkey football
  baseball basketball soccer hockey superman batman spiderman pokemon starwars master shadow michael jordan jessica jennifer
  michelle ashley daniel nicole charlie andrew thomas joshua matthew hunter killer hello hallo freedom whatever trustno
  computer internet samsung google facebook linkedin apple microsoft windows android iphone twitter instagram youtube
  qwerty qwertyuiop qwertz qwertzuiop azerty azertyuiop asdf asdfgh asdfghjkl zxcvbn zxcvbnm yxcvbnm qazwsx qazwsxedc
  qweasd qweasdzxc abc abcd abcde abcdef abcdefg abcdefgh test testing tester demo example sample temp temporary default
  change changeme changeit summer winter spring autumn fall january february march april june july august september october
  november december monday tuesday wednesday thursday friday saturday sunday flower cookie chocolate cheese pepper ginger
  banana orange purple yellow silver golden diamond mustang ferrari porsche mercedes harley yamaha corvette buster tigger
  maggie bailey pass access server system manager office company corporate business money dollar million lucky angel heaven
  jesus christ god blessed forever family mother father sister brother friend friends baby honey sweetie darling
  correcthorsebatterystaple iloveyouverymuch tobeornottobe thequickbrownfox thequickbrownfoxjumpsoverthelazydog loremipsum
  onceuponatime openthedoor opensesame letmeinplease thisismypassword mypassword newpassword yourpassword nopassword
  supersecret topsecret verysecret secretpassword password1 adminadmin`
    .split(/\s+/)
    .map((word) => word.normalize('NFC')),
);

const rows = [
  '0123456789',
  '1234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
];
const looksLike: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

/** `abcabcabc` → `abc`: the shortest text that the whole is a repetition of. */
function unit(text: string): string {
  const again = `${text}${text}`.indexOf(text, 1);
  return text.slice(0, again);
}

function isRun(text: string): boolean {
  return rows.some((row) => {
    const circle = row.repeat(Math.ceil(text.length / row.length) + 1);
    return circle.includes(text) || circle.includes([...text].toReversed().join(''));
  });
}

/** A listed word, or two to four of them in a row. */
function isListed(text: string, most = 4): boolean {
  if (words.has(text)) return true;
  if (most === 1) return false;
  for (let end = 3; end <= text.length - 3; end++) {
    if (words.has(text.slice(0, end)) && isListed(text.slice(end), most - 1)) return true;
  }
  return false;
}

/**
 * Whether a password is one of the first that anybody would try: a listed word, padded with digits and signs, spelt
 * with look-alikes, repeated, joined with other listed words, or a run of the keyboard or the alphabet.
 */
export function isCommonPassword(password: string): boolean {
  const lower = password.toLowerCase();
  const spelt = [...lower].map((sign) => looksLike[sign] ?? sign).join('');
  return [lower, spelt].some((text) => {
    const joined = text.replaceAll(/[\s._-]+/gu, '');
    const core = joined.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
    return [joined, core].some((candidate) => {
      if (candidate === '') return false;
      const once = unit(candidate);
      return (
        [...once].length < 2 ||
        isRun(candidate) ||
        isRun(once) ||
        isListed(candidate) ||
        isListed(once)
      );
    });
  });
}
