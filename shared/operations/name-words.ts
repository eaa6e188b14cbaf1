// Words that tell which part of a whole name is which. Data only; compared in lower case without accents unless said otherwise.

/** Words in front of a name or behind it that are no part of it. Compared without dots. */
export const nameTitles: ReadonlySet<string> = new Set(
  (
    'dr prof mr mrs ms miss mx herrn fru froken mevrouw meneer ibu haji hajah civ civing siving dkfm egr gentma gentmo rag lcdo lcda mtro mtra ars mim sir dame rev hon capt sgt lt col maj gen engr ' +
    'herr frau fr dipling dipl ing mag magister msc bsc ba ma mba phd dphil md dds dvm jd llm llb esq cpa pmp cfa frcs ' +
    'mme mlle monsieur madame mademoiselle me sr sra srta dra ingeniero licenciado lic arq abog dott dottssa sig signora signor avv geom arch gda gdica gospodin gospa gospoda domnul doamna dl ' +
    'dhr mevr drs ir mw mgr mudr judr phdr rndr paeddr bc doc csc dis inz hab pan pani sayin bay bayan ' +
    'jr ii iii iv doktor professor profesor professeur univ habil ddr bsn rn dba edd shri shree smt kumari eng atty encik datuk bapak bpk mister senor senora senorita skom spd hr hrn sigra signa sigrina adv er hc ' +
    'dna exmo exma av sn op uzm yrd ogr gor kfm kffr lek mvdr thdr ifj ozv tn ny sdr sdri hj puan datin mbak assoc asst univprof assprof dring profdr drmed drphil drjur drdr ' +
    'phr sphr shrmcp shrmscp cipd mcipd fcipd acca cissp bcom mcom bca mca btech mtech mph dnp dpt cfe lcsw capm ccna mbbs bpharm mpharm'
  ).split(' '),
);

/** Short titles that are also given or family names: they go only with a dot behind them (`Fr. Schmidt`, `Me. Dupont`, `Ma. Weber`). */
export const dottedTitles: ReadonlySet<string> = new Set(
  'fr me ma ba dl civ dkfm egr rag lcdo lcda mtro mtra ars mim ing mag doc hab bay ir pan gen col lt maj hon sig arch mw bc rev lic ii arq sr eng skom spd dna av sn op uzm yrd ogr gor kfm kffr lek ozv tn ny sdr sdri hj assoc asst exmo exma'.split(
    ' ',
  ),
);

/** Vietnamese words of address and degrees, without dots; given names too, so that they count only before a family name. */
export const vietnameseTitles: ReadonlySet<string> = new Set(
  'anh chị chi ông ong bà cô chú em bạn ban thầy thay ths ts pgs pgsts gs gsts ks cn bs bscki bsckii ds ls'.split(
    ' ',
  ),
);

/** Titles that stand only behind a name. */
export const suffixesOnly: ReadonlySet<string> = new Set(
  'jr ii iii iv phd dphil md dds dvm jd llm llb esq cpa pmp cfa frcs msc bsc ba ma mba csc dis bsn rn dba edd skom spd phr sphr shrmcp shrmscp cipd mcipd fcipd acca cissp bcom mcom bca mca btech mtech mph dnp dpt cfe lcsw capm ccna mbbs bpharm mpharm'.split(
    ' ',
  ),
);

/** Titles that are given names too (Dame Faye of Senegal, Kumari, Habil, خانم): they go only where two words are left. */
export const titlesAndGivens: ReadonlySet<string> = new Set(
  'dame kumari habil haji hajah ibu خانم جناب'.split(' '),
);

/** Degrees that are family names too (Victor Ma): behind a whole name only, and in capitals or with dots. */
export const degreesAndFamilies: ReadonlySet<string> = new Set('ma ba md jd dis'.split(' '));

/** Words that open a family name. */
export const nameParticles: ReadonlySet<string> = new Set(
  'van von vom zu zum zur der den ter ten te het vd de del dela delos delas della dal dalla dall dello dei degli delle di da do dos das du des la le les lo las los af av bin bint binti binte bte ibn ben al el abu ould st san santa saint sainte mc mac ap ó ní uí мак фон ван де бин بن بنت ابن آل ال أبو ابو בן בר ณ'.split(
    ' ',
  ),
);

/** Words that open a family name only before a particle: in 't Veld, op den Berg, Freiherr von Stein. */
export const particleLeads: ReadonlySet<string> = new Set(
  'in op aan uit onder Freiherr Freifrau Graf Gräfin Ritter Edler Baron Baronin Prinz Prinzessin Fürst'.split(
    ' ',
  ),
);

/** Behind `del`, `de la`, `de los` these make a given name: María del Mar, Ana de Jesús. */
export const devotionalNames: ReadonlySet<string> = new Set(
  'mar carmen pilar rosario rocio carmelo socorro milagro sol valle angeles dolores milagros remedios mercedes luz paz cruz concepcion soledad esperanza jesus fatima lourdes guadalupe dios'.split(
    ' ',
  ),
);

/** The same in Portuguese, behind `Maria do`, `da` or `das`; elsewhere they are family names. */
export const marianNames: ReadonlySet<string> = new Set(
  'carmo ceu socorro rosario conceicao dores gracas graca gloria luz penha lurdes livramento amparo perpetuo guia'.split(
    ' ',
  ),
);

/** Vietnamese family names with their marks: they open a name. Compared in lower case with marks. */
export const vietnameseFamilies: ReadonlySet<string> = new Set(
  'nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn đinh trịnh trương lương phùng vương tạ tô hà thái triệu quách châu cao lưu kiều tăng lâm tống nghiêm đàm khổng thạch mạc lại viên doãn hứa từ ông ngụy âu bạch chử diệp giang khúc kim la mã mai ninh thân thi tiêu trà văn vi chu danh tôn nông lục thiều lò sùng vàng giàng hầu cầm lường sầm đồng đậu đường'.split(
    ' ',
  ),
);

/** Vietnamese family names without marks that no other language uses much as a given name. */
export const vietnameseFamiliesPlain: ReadonlySet<string> = new Set(
  'nguyen tran pham huynh hoang phan vu vo dang bui ngo duong doan dinh trinh truong luong phung vuong quach trieu nghiem ly le do ho khuat luu ton tong dam mac kieu giap doan'.split(
    ' ',
  ),
);

/** Family names among the plain ones that mean something else elsewhere (Le Bihan, Ho, Do): they need a Vietnamese word behind them. */
export const unsureFamiliesPlain: ReadonlySet<string> = new Set(
  'le do ho ly dang vo vu luu ton tong dam mac kieu giap'.split(' '),
);

/** Syllables of Vietnamese given names without marks. A name made of them behind a family name is Vietnamese. */
export const vietnameseGivensPlain: ReadonlySet<string> = new Set(
  'minh anh linh huong hoa lan hung dung tuan thao trang nam ngoc hai long phuong thanh quang duc hoang khanh thu ha mai my nga nhung quynh son tam thang thuy tien trung tu van thi viet vinh xuan yen hieu hanh cuong chi bich binh dat giang hien hong huy khoa kien lam loan nhi oanh phuc tai trinh tri uyen vy bao an duy khoi kiet trong nghia nhan toan thinh thien truc nhat nhu ngan nghi lien diep hau khai khang ky lap loc loi luan manh mien phat phi phu quan quoc quy sang sinh tan thai thong thuong tin toai tram tuong tuyet tung huyen nguyet hoai phuoc quyen quyet thuan thoa thom tham diem chinh cuc giao luyen khue kha phong tinh vien trieu vuong tuyen hoan huan gia chau cong dai giau nguyen y'.split(
    ' ',
  ),
);

/** Vietnamese middle names that belong to the family name when both are sent: Nguyễn Thị | Minh Anh. */
export const vietnameseMiddles: ReadonlySet<string> = new Set(['thị', 'văn', 'thi', 'van']);

/** Hungarian family names, in lower case with marks. */
export const hungarianFamilies: ReadonlySet<string> = new Set(
  'nagy kovács tóth szabó horváth varga kiss molnár németh farkas balogh papp takács juhász lakatos mészáros oláh simon rácz fekete szilágyi török fehér balázs gál kis szűcs kocsis orsós pintér fodor szalai sipos magyar lukács gulyás biró bíró király katona lászló jakab bogdán balog sándor boros váradi fazekas kelemen antal somogyi fülöp orosz vincze veres hegedűs deák budai pap bálint pál illés szőke vörös bognár lengyel fábián bodnár szücs hajdu hajdú halász máté székely kozma gáspár pásztor bakos dudás virág major orbán hegedüs barna novák soós tamás nemes pataki balla faragó kerekes borbély jónás szekeres csonka mezei sárközi márton dobos németi'.split(
    ' ',
  ),
);

/** Hungarian given names, in lower case with marks. */
export const hungarianGivens: ReadonlySet<string> = new Set(
  'lászló istván józsef jános zoltán sándor gábor ferenc attila péter tamás zsolt tibor andrás csaba imre lajos györgy balázs gyula mihály károly róbert béla dániel ádám krisztián miklós norbert dávid bence máté levente gergő gergely ákos szabolcs árpád barnabás botond kristóf márk milán dominik marcell bálint zsombor olivér áron mária erzsébet katalin ilona éva anna zsuzsanna margit judit ágnes julianna andrea ildikó erika krisztina irén eszter magdolna mónika edit gabriella szilvia anita anikó viktória tímea zsófia réka boglárka vivien nikolett petra orsolya dóra enikő kinga emese nóra lilla fanni luca hanna zoé lili jázmin csilla beáta piroska tünde györgyi henrietta bernadett márta teréz borbála'.split(
    ' ',
  ),
);

/** Chinese family names of two characters, and Korean ones of two syllables. */
export const longFamilies: readonly string[] = [
  '欧阳',
  '歐陽',
  '司马',
  '司馬',
  '诸葛',
  '諸葛',
  '上官',
  '皇甫',
  '尉迟',
  '令狐',
  '慕容',
  '长孙',
  '宇文',
  '夏侯',
  '东方',
  '端木',
  '남궁',
  '황보',
  '제갈',
  '선우',
  '독고',
  '사공',
  '서문',
];
