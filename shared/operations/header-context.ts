// Words around the word that matters in a header. Data only; compared through `headerText`.

/** Words with a bar between them; some are of two parts. */
const words = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split('|'));

/** Whose column it is: the person to invite. They say nothing about what is in the column. */
export const personWords: readonly string[] = words(
  'guest|candidate s|candidates|candidate|applicant s|applicants|applicant|participant|student|attendee',
  'recipient|contractor|freelancer|visitor|interviewee|intern|trainee|volunteer|talent|person|contact person|prospect|lead|jobseeker|job seeker|cand|bewerberin|bewerbers|bewerber',
  'bewerbende|kandidatin|kandidaten|kandidat|teilnehmer|candidat|postulant|candidato|candidata',
  'étudiant|étudiante|élève|stagiaire|estudiante|alumno|alumna|aluno|aluna|studente|studentessa|studenta|studentka|schüler|schülerin|praktikant|azubi|leerling|elev|öğrenci|učenik|студента|студент|sinh viên|học viên|mahasiswa|siswa|学生|學生|학생',
  'postulante|aspirante|participante|candidatului|kandidaat|sollicitant|deelnemer|sökande|kandidatens',
  'sökandens|ansøger|ansøgers|søker|søkers|hakijan|hakija|kandydata|kandydat|uchazeče|uchazeč|uchádzača',
  'uchádzač|kandidáta|jelentkező|jelölt|pályázó|kandidata|kandidati|kandidato|kandidāta|kandidaadi',
  'adayın|aday|υποψηφίου|υποψήφιος|кандидата|кандидат|соискателя|соискатель|ứng viên|thí sinh|pelamar',
  'peserta|calon|候補者|応募者|지원자|후보자|候选人|应聘者|候選人|應徵者|求职者|ผู้สมัคร|المرشح|المتقدم|מועמד',
);

/** Small words and politeness around the word that matters. */
export const fillerWords: readonly string[] = words(
  'the|a|an|of|for|s|your|my|their|his|her|please|enter|provide|what|is|are|required|optional|mandatory',
  'field|personal|private|home|pribadi|jobb|primary|main|preferred|current|legal|and|text|value|as|in|to|valid|new|here|e',
  'der|die|das|des|dein|deine|ihre|ihr|bitte|pflichtfeld|privat|persönliche|de|du|la|le|les|l|d|votre',
  'vos|personnelle|personnel|perso|obligatoire|del|el|los|las|su|tu|obligatorio|do|da|dos|seu|sua|obrigatório',
  'pessoal|para|o|a|kontaktowy|kontaktowa|prywatny|privé|persoonlijk|osobní|soukromý|kişisel|özel|di|il|dello|della|tua|suo|obbligatorio|van|het|je|uw|verplicht|till|din|ditt|til|dit|og|twój',
  'twoje|wymagane|váš|vaše|povinné|kötelező|của|bạn|cá|nhân|anda|wajib|必須|任意|필수|必填|обязательно|ваш|ваша|ваше',
);

/** Whose column it is: other people. An address, a name or an id of theirs is never the candidate's. */
export const otherPeople: readonly string[] = words(
  'recruiter|recruiters|sourcer|sourced|manager|managers|hm|am|ta|hrbp|professor|interviewer|interviewers|referrer|referee|referred|referral|referrals',
  'parent|mother|father|spouse|emergency|agency|agent|client|customer|owner|assigned|assignee|coordinator',
  'host|hiring|consultant|supervisor|mentor|sender|creator|author|originator|sponsor|buddy|by|guardian|tutor|hr|rh|ik|nhân sự',
  'rekruterin|personaler|personalreferent|personalreferentin|personalverantwortlicher|ansprechpartner',
  'ansprechpartnerin|ansprechperson|führungskraft|vorgesetzter|vorgesetzten|fachvorgesetzter|sachbearbeiter',
  'zuständig|betreuer|betreuerin|empfohlen|empfehlender|referenzgeber|notfall|notfallkontakt|kunde|kunden',
  'recruteur|recruteuse|responsable|parrain|marraine|coopté|cooptée|cooptant|référent|urgence|conseiller',
  'reclutador|reclutadora|jefe|jefa|gerente|referido|emergencia|recomendado|entrevistador|encargado|tutora',
  'recrutador|recrutadora|gestor|gestora|responsável|indicado|indicou|indicação|emergência|entrevistadora',
  'selezionatore|selezionatrice|responsabile|referente|segnalato|segnala|segnalatore|emergenza|madre|padre',
  'wervingsmanager|leidinggevende|aangedragen|aanbrenger|referent|noodcontact|contactpersoon|klant|opdrachtgever',
  'rekryterare|chef|leder|rekrytoija|esimies|anbefalet|henvist|kontaktperson|kontaktpersonen',
  'rekruter|rekruterka|rekrutera|kierownik|kierownika|opiekun|opiekuna|opiekunka|menedżer|menedżera|przełożony',
  'personalista|personalisty|personalistka|personalistky|hr-es|seleccionador|seleccionadora|captador|captadora|selecionador|selecionadora|mülakatçı|görüşmeci|intervjuare|intervjuer|recruiterin',
  'polecający|polecającego|polecająca|polecającej|poleconego|klienta|prowadzący|náborář|náboráře|vedoucí|vedoucího|manažer',
  'manažera|doporučil|doporučila|doporučitel|doporučitele|nadřízený|toborzó|felettes|ajánló|kapcsolattartó',
  'öneren|yönetici|yöneticisi|sorumlu|sorumlusu|danışman|uzmanı|veli|рекрутер|рекрутера|интервьюер|рекомендующий|менеджер|менеджера',
  'руководитель|руководителя|рекомендатель|рекомендателя|ответственный|phụ trách|quản lý|giới thiệu|tham chiếu',
  'phỏng vấn|tuyển dụng|phụ huynh|người liên hệ|perekrut|pewawancara|atasan|担当|担当者|紹介者|面接官|담당|담당자|추천인|면접관',
  'tuteur|tutrice|encadrant|encadrante|enseignant|enseignante|professeur|dozent|dozentin|lehrer|lehrerin|eltern|elternteil|vater|mutter|disponent|disponentin|docent|ouder|ouders|begeleider|consulent',
  'promotora|nauczyciel|nauczyciela|rodzic|rodzica|ojca|matki|genitore|genitori|docente|professore|apoderado|profesor|profesora|orientador|orientadora|pai|mãe|öğretmen|anne adı|ana adı|baba adı|učitel|rodič|otec|matka',
  'szülő|tanár|anyja|apja|lärare|förälder|vårdnadshavare|lærer|foresatte|opettaja|huoltaja|родитель|родителя|преподаватель|преподавателя|куратор|куратора|giáo viên|giảng viên|gvhd|tên bố|tên cha|tên mẹ|guru|dosen|orang tua|wali|nama ibu|nama ayah|pembimbing|penyelia',
  '负责人|推荐人|面试官|招聘|負責人|推薦人|ผู้แนะนำ|المدير|المسؤول',
);

/** Whose column it is: a firm, a school, a job, a file. A name or an id beside one of these is not the candidate's. */
export const otherThings: readonly string[] = words(
  'company|employer|school|university|college|user|username|middle|maiden|nick|nickname|job|jobs|req',
  'requisition|position|vacancy|project|event|team|department|branch|office|file|template|campaign|account',
  'tax|passport|national|bank|photo|video|portfolio|website|linkedin|github|facebook|sent|status|opened',
  'bounced|consent|type|opportunity|application|submission|response|posting|opening|order|opt|verified|subscribed',
  'bewerbung|bewerbungs|candidature|candidatura|solicitud|firma|firmenname|unternehmen|hochschule|schule|stelle|stellen|benutzer|benutzername|geburtsname|versendet',
  'entreprise|société|école|poste|offre|utilisateur|envoyé|empresa|escuela|universidad|puesto|vacante|oferta',
  'usuario|enviado|escola|vaga|usuário|azienda|scuola|posizione|annuncio|utente|inviata|bedrijf|vacature',
  'functie|gebruiker|school|verzonden|företag|tjänst|virksomhed|stilling|yritys|firmy|uczelnia|stanowisko',
  'stanowiska|oferty|rekrutacji|wysłany|škola|školy|pozice|inzerátu|odeslán|cég|cégnév|iskola|állás|tvrtka',
  'şirket|okul|pozisyon|ilan|kullanıcı|gönderildi|izni|işe|εταιρεία|компания|компании|вакансии|вакансия',
  'отчество|компанія|công|ty|trường|perusahaan|sekolah|posisi|会社|企業|大学|学校|求人|採用|회사|학교|채용|公司|職位',
  'บริษัท|الشركة|חברה',
);

/** A referee, where a word for a name or a way to reach somebody stands beside it; alone the candidate's number. */
export const refereeWords: readonly string[] = words(
  'reference|references|ref|referenz|referenzen|référence|références|referencia|referencias|referência',
  'referenza|referentie|referencja|referencji|referencje|reference|referans|referansı|referansın|referansınız|referansınızın|referenčná|referencia|референс',
);

/** Words for a name or a way to reach somebody. */
export const contactWords: readonly string[] = words(
  'name|email|mail|e mail|phone|telephone|tel|contact|adı|nom|nombre|nome|naam|jméno|imię|nazwisko|correo|courriel',
  'telefon|telefone|teléfono|téléphone|telefonu|e posta|posta|telefoon|e post|meno|név|имя|телефон|почта',
);

/** Whose number it is: a school's or an employer's. It tells people apart, and an id of the recruiter's own comes before it. */
export const membershipWords: readonly string[] = words(
  'student|students|studentid|roll|matric|matriculation|enrollment|enrolment|admission|college|university|uni|campus|usn|prn|emplid',
  'matrikelnummer|matrikelnr|matrikel|matr|matrnr|matnr|mtknr|studentnummer|studentnr|studienummer|opiskelijanumero|indeksu|albumu|učo|studenta|neptun|matricol|μητρώου',
  'alumno|estudiante|legajo|boleta|matrícula|étudiant|ine|apogée|matricule|ra|usp|aluno|acadêmico|mecanográfico|matricola|öğrenci',
  'mssv|msv|sv|mshv|hv|sinh viên|học viên|nim|npm|nrp|nisn|mahasiswa|зачетки|зачетной|студенческого|学号|學號|学籍番号|学生番号|학번|학생번호|รหัสนักศึกษา|รหัสนักเรียน|रोल|الجامعي|الطالب|סטודנט',
  'employee|emp|staff|personalnummer|personalnr|nv|nhân viên|employé|empleado|pracownika|sicil|табельный',
);

/** Words for a number; beside the person they are the person's id, alone they count the rows. */
export const numberWords: readonly string[] = words(
  '#|no|nr|nro|num|núm|n o|mã|mã số|number|code|ref|key|nummer|numéro|n|número|numero|numer|číslo|szám|numara|numarası|номер',
  '№|số|nomor|番号|번호|编号|編號|رقم|מספר',
);
