// Takes off the words that people write beside an address to say which one it is: `work: a@b.c / home: d@e.f`. Never a word that says
// not to use it (old, bounced), and never one that may be a part of the address with a blank in it (h smith@example.com).

const labels: ReadonlySet<string> = new Set(
  [
    'email emails e-mail e-mails mail mails mailto address addr main primary preferred secondary alternative alternate other backup',
    'work office business company corporate home private priv personal perso pers pro w h p',
    'privat private privates geschäftlich dienstlich beruflich arbeit firma büro zuhause e-mail-adresse adresse',
    'personnel personnelle professionnel professionnelle travail bureau domicile courriel principal principale secondaire autre',
    'trabajo laboral empresa oficina casa particular correo secundario otro otra pessoal trabalho profissional corporativo',
    'personale privata privato lavoro aziendale ufficio werk zakelijk zakelijke privé prive thuis arbete hem jobb arbejde hjem työ koti',
    'prywatny prywatna prywatne służbowy służbowa służbowe praca firmowy firmowa domowy osobní pracovní soukromý soukromá munkahelyi privát',
    'iş kişisel ev özel e-posta eposta cá nhân công ty cơ quan riêng chính phụ pribadi kantor rumah kerja surel',
    'личный личная личное рабочий рабочая рабочее домашний домашняя почта особистий робочий',
    'and or und oder et ou lub albo veya hoặc và dan atau eller och',
  ].flatMap((line) => line.split(' ')),
);
/** `1`, `1.`, `#2`; `email1`. */
const counter = /^#?\d{1,2}\.?$/;
const countedEnd = /[\d.]+$/;
/** Marks between addresses, as between other things in a list. */
const marks = /^[-–—•·*&+]+$/;
/** The first address is not the one to use. */
const arrow = /[-=–—]>|→/;

function isLabel(word: string): boolean {
  const lower = word.toLowerCase();
  return labels.has(lower) || counter.test(lower) || labels.has(lower.replace(countedEnd, ''));
}

/** Words, and the marks that close a label: a colon or a bracket. Other marks only part them. */
const tokens = /[^\s;,:=/|()[\]<>、；，／：（）]+|[:=)\]：）]/g;
const closer = /^[:=)\]：）]$/;
/** A shorter word may be a part of the address that stands beside it. */
const shortestInFront = 4;
const shortestBehind = 3;

/**
 * The addresses of a text that holds two different ones and, beside them, nothing but such words; empty otherwise. Whether they are whole is not
 * asked here. One address with a word beside it stays as it is written: that is a slip to be mended.
 */
export function labelledAddresses(text: string): string[] {
  if (arrow.test(text)) return [];
  const found = text.match(tokens) ?? [];
  const addresses: string[] = [];
  let isClosed = false;
  for (let index = found.length - 1; index >= 0; index--) {
    const token = found[index] ?? '';
    if (closer.test(token)) isClosed = true;
    else if (token.includes('@')) {
      addresses.unshift(token);
      isClosed = false;
    } else if (!marks.test(token)) {
      const before = found[index - 1] ?? '';
      const isBehind = (before.includes('@') || closer.test(before)) && token.length >= shortestBehind;
      const isCounted = token.endsWith('.') && counter.test(token);
      const isApart = isClosed || isCounted || isBehind || token.length >= shortestInFront;
      if (!isApart || !isLabel(token)) return [];
    }
  }
  return new Set(addresses.map((address) => address.toLowerCase())).size > 1 ? addresses : [];
}
