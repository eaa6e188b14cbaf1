// Words around the word that matters in a header. Data only; compared through `headerText`.

/** Words with a bar between them; some are of two parts. */
const words = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split('|'));

/** Whose column it is: the person to invite. They say nothing about what is in the column. */
export const personWords: readonly string[] = words(
  'candidate s|candidates|candidate|applicant s|applicants|applicant|participant|student|attendee',
  'talent|person|contact person|prospect|lead|jobseeker|job seeker|cand|bewerberin|bewerbers|bewerber',
  'bewerbende|kandidatin|kandidaten|kandidat|teilnehmer|candidat|postulant|candidato|candidata',
  'postulante|aspirante|participante|candidatului|kandidaat|sollicitant|deelnemer|sökande|kandidatens',
  'sökandens|ansøger|ansøgers|søker|søkers|hakijan|hakija|kandydata|kandydat|uchazeče|uchazeč|uchádzača',
  'uchádzač|kandidáta|jelentkező|jelölt|pályázó|kandidata|kandidati|kandidato|kandidāta|kandidaadi',
  'adayın|aday|υποψηφίου|υποψήφιος|кандидата|кандидат|соискателя|соискатель|ứng viên|thí sinh|pelamar',
  'peserta|calon|候補者|応募者|지원자|후보자|候选人|应聘者|候選人|應徵者|求职者|ผู้สมัคร|المرشح|المتقدم|מועמד',
);

/** Small words and politeness around the word that matters. */
export const fillerWords: readonly string[] = words(
  'the|a|an|of|for|s|your|my|their|his|her|please|enter|provide|what|is|are|required|optional|mandatory',
  'field|personal|private|primary|main|preferred|current|legal|and|text|value|as|in|to|valid|new|here|e',
  'der|die|das|des|dein|deine|ihre|ihr|bitte|pflichtfeld|privat|persönliche|de|du|la|le|les|l|d|votre',
  'vos|personnelle|personnel|obligatoire|del|el|los|las|su|tu|obligatorio|do|da|dos|seu|sua|obrigatório',
  'pessoal|di|il|dello|della|tua|suo|obbligatorio|van|het|je|uw|verplicht|till|din|ditt|til|dit|og|twój',
  'twoje|wymagane|váš|vaše|povinné|kötelező|của|bạn|anda|wajib|必須|任意|필수|必填|обязательно|ваш|ваша|ваше',
);

/** Whose column it is: somebody else. A name, an address or an id beside one of these is not the candidate's. */
export const otherOwners: readonly string[] = words(
  'recruiter|recruiters|manager|managers|interviewer|interviewers|referrer|referee|referred|referral',
  'company|employer|school|university|college|parent|mother|father|spouse|emergency|agency|agent|client',
  'customer|user|username|owner|assigned|assignee|coordinator|hr|hiring|consultant|supervisor|mentor',
  'sender|creator|author|middle|maiden|nick|nickname|job|jobs|req|requisition|position|vacancy|project',
  'event|team|department|branch|office|file|template|campaign|account|tax|passport|national|bank|photo',
  'video|portfolio|website|linkedin|github|facebook|sent|status|opened|bounced|consent|type|rekruterin',
  'personaler|ansprechpartner|ansprechpartnerin|führungskraft|vorgesetzter|firma|firmenname|unternehmen',
  'hochschule|schule|stelle|stellen|sachbearbeiter|zuständig|benutzer|benutzername|geburtsname',
  'versendet|recruteur|recruteuse|responsable|entreprise|société|école|poste|offre|utilisateur',
  'reclutador|reclutadora|empresa|escuela|universidad|puesto|vacante|oferta|usuario|recrutador',
  'recrutadora|gestor|escola|vaga|usuário|selezionatore|azienda|scuola|posizione|utente|madre|padre',
  'wervingsmanager|bedrijf|vacature|functie|gebruiker|rekryterare|företag|tjänst|chef|virksomhed',
  'stilling|leder|rekrytoija|yritys|esimies|rekruter|rekruterka|rekrutera|firmy|uczelnia|stanowisko',
  'oferty|náborář|škola|pozice|cég|cégnév|toborzó|iskola|állás|tvrtka|şirket|okul|pozisyon|kullanıcı',
  'işe|εταιρεία|рекрутер|рекрутера|менеджер|менеджера|компания|компании|вакансии|вакансия|отчество',
  'компанія|công|ty|trường|tuyển|dụng|quản|perusahaan|sekolah|posisi|perekrut|会社|企業|大学|学校|担当|求人|採用|회사',
  '담당|학교|채용|公司|招聘|负责人|職位|บริษัท|الشركة|المدير|חברה',
);

/** Words for a number; beside the person they are the person's id, alone they count the rows. */
export const numberWords: readonly string[] = words(
  '#|no|nr|num|number|code|ref|key|nummer|numéro|n|número|numero|numer|číslo|szám|numara|numarası|номер',
  '№|số|nomor|番号|번호|编号|編號|رقم|מספר',
);
