import { describe, expect, it } from 'vitest';
import { emailTypo } from '../../../../shared/operations/email-typo';

describe('emailTypo', () => {
  it.each([
    ['gmial.com', 'gmail.com'],
    ['gmai.com', 'gmail.com'],
    ['gamil.com', 'gmail.com'],
    ['gmaill.com', 'gmail.com'],
    ['gnail.com', 'gmail.com'],
    ['GMIAL.COM', 'gmail.com'],
    ['gmail.con', 'gmail.com'],
    ['gmail.cmo', 'gmail.com'],
    ['gmail.co', 'gmail.com'],
    ['gmail.cm', 'gmail.com'],
    ['gmial.con', 'gmail.com'],
    ['hotnail.com', 'hotmail.com'],
    ['hotmial.co.uk', 'hotmail.co.uk'],
    ['hotmail.ti', 'hotmail.it'],
    ['yaho.com', 'yahoo.com'],
    ['yahoo.rf', 'yahoo.fr'],
    ['outlok.com', 'outlook.com'],
    ['outloook.de', 'outlook.de'],
    ['icould.com', 'icloud.com'],
    ['googelmail.com', 'googlemail.com'],
    ['protonmial.com', 'protonmail.com'],
    ['t-onlin.de', 't-online.de'],
    ['gmx.ed', 'gmx.de'],
    ['web.dee', 'web.de'],
    ['ornage.fr', 'orange.fr'],
    ['lapost.net', 'laposte.net'],
    ['wp.lp', 'wp.pl'],
    ['sezanm.cz', 'seznam.cz'],
    ['qq.con', 'qq.com'],
    ['naver.con', 'naver.com'],
    ['mail.ur', 'mail.ru'],
    ['live.con', 'live.com'],
    ['example.con', 'example.com'],
    ['firm.example.comm', 'firm.example.com'],
  ])('%s → %s', (domain, expected) => expect(emailTypo(`Anna.B@${domain}`)).toBe(`Anna.B@${expected}`));

  it.each(
    (
      'gmail.com googlemail.com googlemail.de hotmail.com hotmail.fr hotmail.co.uk hotmail.it outlook.com outlook.de outlook.com.br live.com live.nl live.co.uk msn.com yahoo.com yahoo.fr yahoo.co.jp yahoo.com.vn ymail.com rocketmail.com ' +
      'mail.com email.com icloud.com me.com mac.com aol.com aol.de gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de arcor.de orange.fr wanadoo.fr free.fr laposte.net sfr.fr wp.pl o2.pl onet.pl interia.pl interia.eu seznam.cz centrum.cz centrum.sk azet.sk ' +
      'libero.it alice.it virgilio.it tiscali.it mail.ru yandex.ru yandex.com ya.ru bk.ru ukr.net abv.bg qq.com 163.com 126.com naver.com daum.net hanmail.net sapo.pt uol.com.br terra.com.br bluewin.ch telenet.be skynet.be ziggo.nl kpnmail.nl telia.com ' +
      'proton.me protonmail.com protonmail.ch pm.me fastmail.com fastmail.fm zoho.com hey.com tutanota.com comcast.net verizon.net att.net bigpond.com rediffmail.com ' +
      'example.com example.org example.net firma.example courriel.example post.example company.co startup.io agency.cam uni.edu gov.uk firm.cm betting.bet gail.com grail.com cloud.com orange.com free.com web.com live.de inbox.lv mail.de mail.ee yandex.kz'
    ).split(' '),
  )('%s is real', (domain) => expect(emailTypo(`a@${domain}`)).toBeNull());
});
