// Mail providers that many people use, and real domains that look like a misspelling of one. Data only.

/**
 * Names under one ending or several, without the ending. `endings` empty: any country's ending is real (yahoo.fr, hotmail.co.uk).
 * A name of fewer than five letters is never guessed at: too many real firms are one letter away.
 */
export const providers: readonly { readonly name: string; readonly endings: readonly string[] }[] = [
  { name: 'gmail', endings: ['com'] },
  { name: 'googlemail', endings: ['com'] },
  { name: 'hotmail', endings: [] },
  { name: 'outlook', endings: [] },
  { name: 'yahoo', endings: [] },
  { name: 'icloud', endings: ['com'] },
  { name: 'protonmail', endings: ['com', 'ch'] },
  { name: 'fastmail', endings: ['com', 'fm'] },
  { name: 'zohomail', endings: ['com', 'eu', 'in'] },
  { name: 'tutanota', endings: ['com', 'de'] },
  { name: 't-online', endings: ['de'] },
  { name: 'freenet', endings: ['de'] },
  { name: 'orange', endings: ['fr', 'es', 'pl'] },
  { name: 'wanadoo', endings: ['fr', 'es'] },
  { name: 'laposte', endings: ['net'] },
  { name: 'interia', endings: ['pl', 'eu'] },
  { name: 'seznam', endings: ['cz'] },
  { name: 'centrum', endings: ['cz', 'sk'] },
  { name: 'freemail', endings: ['hu'] },
  { name: 'citromail', endings: ['hu'] },
  { name: 'virgilio', endings: ['it'] },
  { name: 'tiscali', endings: ['it'] },
  { name: 'telefonica', endings: ['net'] },
  { name: 'bluewin', endings: ['ch'] },
  { name: 'telenet', endings: ['be'] },
  { name: 'yandex', endings: ['ru', 'com', 'by', 'kz', 'ua', 'com.tr'] },
  { name: 'rambler', endings: ['ru'] },
  { name: 'hanmail', endings: ['net'] },
  { name: 'rediffmail', endings: ['com'] },
  { name: 'comcast', endings: ['net'] },
  { name: 'verizon', endings: ['net'] },
  { name: 'btinternet', endings: ['com'] },
  { name: 'bigpond', endings: ['com', 'net.au'] },
  { name: 'sbcglobal', endings: ['net'] },
];

/** Short provider domains: only a slip in their ending is told (`gmx.ed`, `web.dee`). */
export const shortProviderDomains: readonly string[] = [
  'aol.com', 'live.com', 'msn.com', 'me.com', 'mac.com', 'mail.com', 'ymail.com', 'gmx.de', 'gmx.net', 'gmx.com', 'gmx.at', 'gmx.ch', 'web.de',
  'free.fr', 'sfr.fr', 'neuf.fr', 'wp.pl', 'o2.pl', 'onet.pl', 'op.pl', 'tlen.pl', 'email.cz', 'post.cz', 'mail.ru', 'bk.ru', 'list.ru', 'inbox.ru',
  'ukr.net', 'abv.bg', 'qq.com', '163.com', '126.com', 'sina.com', 'daum.net', 'nate.com', 'uol.com.br', 'bol.com.br', 'terra.com.br', 'sapo.pt',
  'libero.it', 'naver.com', 'arcor.de', 'azet.sk', 'alice.it', 'ziggo.nl', 'kpnmail.nl', 'telia.com', 'proton.me', 'pm.me', 'hey.com', 'att.net', 'cox.net', 'zoho.com',
];

/** Real domains that are a letter or two away from a provider. Never called a slip. */
export const realLookalikes: ReadonlySet<string> = new Set([
  'mail.com', 'ymail.com', 'gail.com', 'grail.com', 'rocketmail.com', 'hushmail.com', 'cloud.com', 'mailbox.org', 'inmail.com',
  'freenet.com', 'freemail.de', 'fremail.hu', 'sezam.cz', 'centrum.sk', 'telnet.be',
  'grange.fr', 'organe.fr', 'interi.pl', 'interio.pl', 'orangea.fr', 'looklook.com', 'yahoo.inc', 'outlooks.com', 'gmail.email', 'icloud.net',
]);

/** Slips that lie further than one finger away, or too near a short name to be guessed. */
export const knownSlips: ReadonlyMap<string, string> = new Map([
  ['gmaiil', 'gmail'], ['gmaiill', 'gmail'], ['gmlai', 'gmail'], ['gimal', 'gmail'], ['giaml', 'gmail'], ['gamial', 'gmail'], ['ggmail', 'gmail'],
  ['gmeil', 'gmail'], ['gmaol', 'gmail'], ['gmaim', 'gmail'],
  ['hotmaill', 'hotmail'], ['hotmial', 'hotmail'], ['hotmil', 'hotmail'], ['homtail', 'hotmail'], ['htomail', 'hotmail'], ['ohtmail', 'hotmail'], ['hotmailo', 'hotmail'],
  ['hotmaik', 'hotmail'], ['otmail', 'hotmail'], ['homail', 'hotmail'], ['hotamil', 'hotmail'], ['hotmsil', 'hotmail'],
  ['yaho', 'yahoo'], ['yahhoo', 'yahoo'], ['yhaoo', 'yahoo'], ['ayhoo', 'yahoo'], ['tahoo', 'yahoo'], ['uahoo', 'yahoo'], ['yhoo', 'yahoo'],
  ['outlouk', 'outlook'], ['outluk', 'outlook'], ['outlokk', 'outlook'], ['outloock', 'outlook'], ['oulok', 'outlook'], ['outlok', 'outlook'], ['uotlook', 'outlook'], ['utlook', 'outlook'],
  ['icould', 'icloud'], ['iclud', 'icloud'], ['icoud', 'icloud'], ['icolud', 'icloud'], ['iclould', 'icloud'],
]);

/** Endings that nobody has, with the one that was meant. Real endings (.co, .cm, .om, .ne, .cc) are not here. */
export const endingSlips: ReadonlyMap<string, string> = new Map([
  ['con', 'com'], ['cmo', 'com'], ['ocm', 'com'], ['comm', 'com'], ['coom', 'com'], ['vom', 'com'], ['xom', 'com'], ['cpm', 'com'], ['cim', 'com'], ['ckm', 'com'], ['clm', 'com'],
  ['comn', 'com'], ['conm', 'com'], ['cok', 'com'], ['coj', 'com'], ['copm', 'com'], ['ccom', 'com'], ['c0m', 'com'], ['dom', 'com'], ['fom', 'com'], ['kom', 'com'], ['com.com', 'com'],
  ['nte', 'net'], ['nett', 'net'], ['ent', 'net'], ['met', 'net'], ['neet', 'net'], ['nrt', 'net'], ['ney', 'net'],
  ['ogr', 'org'], ['rog', 'org'], ['orgg', 'org'], ['prg', 'org'], ['ory', 'org'], ['orh', 'org'], ['erg', 'org'],
  ['ed', 'de'], ['dde', 'de'], ['dee', 'de'], ['rf', 'fr'], ['ffr', 'fr'], ['frr', 'fr'], ['lp', 'pl'], ['pll', 'pl'], ['zc', 'cz'], ['ti', 'it'], ['itt', 'it'], ['ur', 'ru'], ['vnn', 'vn'],
  ['co.k', 'co.uk'], ['co.ukk', 'co.uk'], ['co.u', 'co.uk'], ['couk', 'co.uk'], ['co.ik', 'co.uk'], ['coml', 'com'], ['como', 'com'],
]);

/** Real endings that are a slip only behind a provider that does not use them: gmail.co, hotmail.cm. */
export const providerEndingSlips: ReadonlyMap<string, string> = new Map([
  ['co', 'com'], ['cm', 'com'], ['om', 'com'], ['cam', 'com'], ['ne', 'net'], ['comcom', 'com'],
]);
