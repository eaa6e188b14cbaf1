/** What people's lists hold in one language: invented people, and words as they stand in headers, titles and notes. */
export interface MessyLanguage {
  readonly name: string;
  /** The encodings such files come in, beside UTF-8 and UTF-16. */
  readonly encodings: readonly string[];
  readonly first: readonly string[];
  readonly last: readonly string[];
  readonly cities: readonly string[];
  /** Header words: number, first name, last name, whole name, email, phone, city, pay, date, CV, note. */
  readonly headers: readonly string[];
  readonly titles: readonly string[];
  readonly notes: readonly string[];
  readonly total: string;
  /** Decimal commas, and days in front of months. */
  readonly isContinental: boolean;
}

const list = (text: string): readonly string[] => text.split('|');

/** Eleven languages of recruiters, and some that the rules were not made with in mind. */
export const messyLanguages: readonly MessyLanguage[] = [
  {
    name: 'Vietnamese',
    encodings: ['windows-1258'],
    first: list('Thu Hà|Minh Đức|Ánh Nguyệt|Quang Huy|Bảo Trâm|Tuấn Kiệt|Hải Yến|Văn Lợi|Thùy Dương|Linh'),
    last: list('Nguyễn|Trần|Lê|Phạm|Hoàng|Vũ|Đỗ|Bùi|Dương|Ngô'),
    cities: list('Hà Nội|Đà Nẵng|Cần Thơ|Huế|Vũng Tàu|Hồ Chí Minh'),
    headers: list('STT|Tên|Họ|Họ và tên|Email|Số điện thoại|Thành phố|Mức lương|Ngày nộp|Link CV|Ghi chú'),
    titles: list('Danh sách ứng viên|Đợt tuyển dụng quý 2|Phòng nhân sự'),
    notes: list('Đã gọi, hẹn tuần sau|Cần thêm giấy tờ; gửi lại|Ứng viên "tốt"|Ưu tiên'),
    total: 'Tổng cộng',
    isContinental: true,
  },
  {
    name: 'Polish',
    encodings: ['windows-1250', 'iso-8859-2'],
    first: list('Małgorzata|Grzegorz|Zofia|Józef|Bożena|Michał|Agnieszka|Sławomir|Żaneta|Anna'),
    last: list('Wójcik|Kowalska|Zięba|Dąbrowski|Śliwa|Król|Pająk|Nowak|Łukasik|Gołąb'),
    cities: list('Łódź|Kraków|Gdańsk|Poznań|Białystok|Warszawa'),
    headers: list(
      'Lp.|Imię|Nazwisko|Imię i nazwisko|Adres e-mail|Telefon|Miejscowość|Oczekiwania|Data zgłoszenia|Link do CV|Uwagi',
    ),
    titles: list('Lista kandydatów|Rekrutacja wiosenna|Zestawienie zgłoszeń'),
    notes: list('Rozmowa w piątek, godz. 10|Proszę o kontakt; pilne|Tzw. "gwiazda"|Później'),
    total: 'Razem',
    isContinental: true,
  },
  {
    name: 'German',
    encodings: ['windows-1252', 'macintosh', 'iso-8859-15'],
    first: list('Jörg|Käthe|Günter|Bärbel|Sören|Anneliese|Rüdiger|Heike|Jürgen|Lena'),
    last: list('Müller|Schäfer|Groß|Köhler|Weiß|Schröder|Bauer|Vögele|Jäger|Krauß'),
    cities: list('Köln|München|Düsseldorf|Gießen|Lübeck|Berlin'),
    headers: list(
      'Nr.|Vorname|Nachname|Name|E-Mail-Adresse|Telefon|Wohnort|Gehaltswunsch|Bewerbungsdatum|Lebenslauf|Bemerkung',
    ),
    titles: list('Bewerberübersicht|Stellenausschreibung 4711|Vertraulich – nur für den internen Gebrauch'),
    notes: list(
      'Kündigungsfrist 3 Monate, ortsgebunden|Rückruf erwünscht; ab 14 Uhr|Sehr „gut“ vorbereitet|Zusage',
    ),
    total: 'Summe',
    isContinental: true,
  },
  {
    name: 'Spanish',
    encodings: ['windows-1252', 'macintosh', 'iso-8859-15'],
    first: list('José|Begoña|Íñigo|Lucía|Andrés|Mónica|Raúl|Inés|Ángel|Carmen'),
    last: list('Muñoz|Peña|García|Núñez|Ibáñez|Gómez|Ordóñez|Díaz|Cañas|Ruiz'),
    cities: list('Málaga|A Coruña|León|Cádiz|Castellón|Madrid'),
    headers: list(
      'N.º|Nombre|Apellidos|Nombre completo|Correo electrónico|Teléfono|Población|Salario|Fecha de inscripción|Currículum|Observaciones',
    ),
    titles: list('Candidatos preseleccionados|Campaña de otoño|Listado de inscripción'),
    notes: list('Disponible mañana, por la tarde|¿Viaja?; sí|Según "ella", urgente|Habló en inglés'),
    total: 'Total',
    isContinental: true,
  },
  {
    name: 'French',
    encodings: ['windows-1252', 'macintosh', 'iso-8859-15'],
    first: list('Hélène|François|Zoé|Gaël|Noémie|Loïc|Cécile|Benoît|Maëlle|Paul'),
    last: list('Lefèvre|Bérubé|Garçon|Forêt|Crépin|Lemaître|Noël|Durand|Sœur|Brûlé'),
    cities: list('Besançon|Orléans|Nîmes|Saint-Étienne|Évry|Paris'),
    headers: list(
      'N°|Prénom|Nom|Nom et prénom|Adresse électronique|Téléphone|Ville|Prétentions|Date de candidature|Lien du CV|Commentaires',
    ),
    titles: list('Liste des candidats|Recrutement été|Poste : infirmière diplômée d’État'),
    notes: list('À rappeler, après 18 h|Très motivée; préavis d’un mois|Dit « oui »|Dossier reçu'),
    total: 'Total général',
    isContinental: true,
  },
  {
    name: 'Portuguese',
    encodings: ['windows-1252', 'macintosh'],
    first: list('João|Conceição|Inês|Sebastião|Antônio|Mônica|Tomás|Vitória|Luís|Marta'),
    last: list('Gonçalves|Simões|Araújo|Magalhães|Brandão|Assunção|Mourão|Falcão|Luz|Sá'),
    cities: list('São Paulo|Guimarães|Évora|Brasília|Maceió|Lisboa'),
    headers: list(
      'Nº|Nome|Sobrenome|Nome completo|Endereço de e-mail|Telefone|Município|Pretensão salarial|Data de inscrição|Currículo|Observações',
    ),
    titles: list('Relação de candidatos|Seleção interna|Inscrições até maio'),
    notes: list('Disponível à noite, só|Aguardar indicação; não ligar|Diz "talvez"|Reprovação'),
    total: 'Total geral',
    isContinental: true,
  },
  {
    name: 'Turkish',
    encodings: ['windows-1254'],
    first: list('Gülşen|Çağlar|İbrahim|Işıl|Şükrü|Özge|Tuğba|Ümit|Ayşegül|Can'),
    last: list('Yıldız|Öztürk|Şahin|Çelik|Güneş|Kılıç|Doğan|Aydın|Ünlü|Kaya'),
    cities: list('İstanbul|Eskişehir|Muğla|Diyarbakır|Çanakkale|Ankara'),
    headers: list(
      'Sıra No|Adı|Soyadı|Adı Soyadı|E-posta|Telefon|Şehir|Ücret beklentisi|Başvuru tarihi|Özgeçmiş|Açıklama',
    ),
    titles: list('Aday listesi|Başvuru dönemi|İnsan kaynakları'),
    notes: list('Görüşme yapıldı, olumlu|Tekrar aranacak; öğleden sonra|"İyi" aday|Bekliyor'),
    total: 'Toplam',
    isContinental: true,
  },
  {
    name: 'Czech',
    encodings: ['windows-1250', 'iso-8859-2'],
    first: list('Ondřej|Božena|Jiří|Kateřina|Luboš|Zdeňka|Štěpán|Věra|Radek|Eliška'),
    last: list('Dvořák|Němcová|Růžička|Šťastný|Procházková|Kučera|Beneš|Říha|Novák|Ťoupalová'),
    cities: list('Plzeň|Ústí nad Labem|Jihlava|České Budějovice|Kroměříž|Praha'),
    headers: list(
      'Pořadí|Jméno|Příjmení|Jméno a příjmení|E-mailová adresa|Telefon|Město|Požadovaný plat|Datum přihlášky|Životopis|Poznámka',
    ),
    titles: list('Seznam uchazečů|Výběrové řízení|Přehled přihlášek'),
    notes: list('Zavolat zítra, odpoledne|Nástup možný; září|Prý "nejlepší"|Odmítl'),
    total: 'Celkem',
    isContinental: true,
  },
  {
    name: 'Greek',
    encodings: ['windows-1253', 'iso-8859-7'],
    first: list('Γιώργος|Ελένη|Κώστας|Άννα|Δημήτρης|Σοφία|Νίκος|Ιωάννα|Έφη|Μαρία'),
    last: list('Παπαδάκης|Ιωάννου|Καρρά|Βλάχος|Αγγελίδου|Ρήγας|Οικονόμου|Λύκος|Ξένου|Ψαλτής'),
    cities: list('Αθήνα|Θεσσαλονίκη|Πάτρα|Ηράκλειο|Λάρισα|Βόλος'),
    headers: list(
      'Α/Α|Όνομα|Επώνυμο|Ονοματεπώνυμο|Ηλεκτρονική διεύθυνση|Τηλέφωνο|Πόλη|Μισθός|Ημερομηνία αίτησης|Βιογραφικό|Σχόλια',
    ),
    titles: list('Κατάλογος υποψηφίων|Πρόσληψη προσωπικού|Άνοιξη'),
    notes: list('Να τηλεφωνήσω, αύριο|Διαθέσιμη; ναι|Η "καλύτερη"|Έτοιμος'),
    total: 'Σύνολο',
    isContinental: true,
  },
  {
    name: 'Russian',
    encodings: ['windows-1251', 'koi8-r', 'ibm866'],
    first: list('Анна|Дмитрий|Екатерина|Фёдор|Юлия|Михаил|Ольга|Сергей|Наталья|Игорь'),
    last: list('Иванова|Щербаков|Цветкова|Жуков|Объедков|Мельник|Ёлкина|Тихонов|Юшина|Петров'),
    cities: list('Москва|Нижний Новгород|Екатеринбург|Пермь|Тюмень|Казань'),
    headers: list(
      '№|Имя|Фамилия|ФИО|Электронная почта|Телефон|Город|Ожидаемый доход|Дата отклика|Ссылка на резюме|Примечание',
    ),
    titles: list('Список кандидатов|Отдел подбора персонала|Весенний набор'),
    notes: list('Перезвонить завтра, утром|Готов к переезду; да|По словам "друга"|Отказ'),
    total: 'Итого',
    isContinental: true,
  },
  {
    name: 'English',
    encodings: ['windows-1252', 'macintosh'],
    first: list('Anne|Chloë|Seán|Mark|René|Priya|William|Zoë|Grace|Beyoncé'),
    last: list('O’Neil|Smith|Brontë|Fitzgerald|Müller-Hill|Jones|d’Arcy|Okafor|Lee|Núñez'),
    cities: list('Leeds|Cork|Zürich|Auckland|Montréal|York'),
    headers: list(
      'No.|First name|Last name|Full name|Email address|Phone|City|Salary|Applied on|CV link|Notes',
    ),
    titles: list('Applicants for the café – confidential|Spring campaign|Candidate export'),
    notes: list('Called back, left a message|Strong; hire soon|Says "maybe"|Résumé missing – ask'),
    total: 'Total',
    isContinental: false,
  },
  {
    name: 'Hungarian',
    encodings: ['windows-1250'],
    first: list('György|Erzsébet|Árpád|Réka|Gergő|Zsófia|Ödön|Tünde|Béla|Anna'),
    last: list('Szőke|Fűrész|Kőműves|Tóth|Győri|Bíró|Szűcs|Nagy|Erdős|Kiss'),
    cities: list('Győr|Pécs|Gödöllő|Székesfehérvár|Hódmezővásárhely|Budapest'),
    headers: list(
      'Sorszám|Keresztnév|Vezetéknév|Teljes név|E-mail cím|Telefonszám|Város|Bérigény|Jelentkezés dátuma|Önéletrajz|Megjegyzés',
    ),
    titles: list('Jelentkezők listája|Tavaszi toborzás|Kérjük, ne módosítsa'),
    notes: list('Visszahívni, délután|Költözne; igen|Szerinte "kiváló"|Elutasítva'),
    total: 'Összesen',
    isContinental: true,
  },
  {
    name: 'Lithuanian',
    encodings: ['windows-1257'],
    first: list('Žydrūnas|Eglė|Kęstutis|Rūta|Mindaugas|Ąžuolas|Živilė|Jūratė|Tomas|Aistė'),
    last: list(
      'Jokūbauskas|Šimkutė|Žičkus|Petraitė|Kazlauskas|Stankevičius|Urbonas|Bagdonienė|Čepas|Jonaitis',
    ),
    cities: list('Šiauliai|Klaipėda|Panevėžys|Kėdainiai|Telšiai|Vilnius'),
    headers: list(
      'Eil. Nr.|Vardas|Pavardė|Vardas ir pavardė|El. paštas|Telefonas|Miestas|Atlyginimas|Data|Gyvenimo aprašymas|Pastabos',
    ),
    titles: list('Kandidatų sąrašas|Pavasario atranka|Įdarbinimas'),
    notes: list('Skambinti rytoj, po pietų|Gali pradėti; iškart|Sako "galbūt"|Laukiama'),
    total: 'Iš viso',
    isContinental: true,
  },
  {
    name: 'Japanese',
    encodings: ['shift_jis'],
    first: list('太郎|花子|さくら|健一|美咲|翔太|陽子|大輔|あかり|誠'),
    last: list('田中|鈴木|高橋|伊藤|渡辺|山本|中村|小林|加藤|吉田'),
    cities: list('東京|大阪|札幌|横浜|名古屋|福岡'),
    headers: list('番号|名|姓|氏名|メールアドレス|電話番号|市区町村|希望年収|応募日|履歴書|備考'),
    titles: list('応募者一覧|春の採用|人事部'),
    notes: list('来週連絡、午後|面接済み; 良好|本人は「はい」|保留'),
    total: '合計',
    isContinental: false,
  },
];
