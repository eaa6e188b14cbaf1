// Cyrillic and Greek letters that look like Latin ones. Never used on a word that is written in one of these scripts throughout.

const lookalikes: ReadonlyMap<string, string> = new Map(
  [...'аaеeоoрpсcуyхxіiјjѕsԁdһhӏlкkмmтtвbнhАAВBЕEКKМMНHОOРPСCТTХXοoνvαaιiκkρpυu'].reduce<[string, string][]>(
    (pairs, letter, index, all) => {
      if (index % 2 === 0) pairs.push([letter, all[index + 1] ?? letter]);
      return pairs;
    },
    [],
  ),
);

/** The text with stray lookalikes put into Latin letters, or null where it holds none or stays outside ASCII all the same. */
export function unmixedScripts(text: string): string | null {
  if (!/[a-z]/i.test(text)) return null;
  const latin = [...text].map((letter) => lookalikes.get(letter) ?? letter).join('');
  return latin !== text && !/[^\u0000-\u007f]/.test(latin) ? latin : null;
}
