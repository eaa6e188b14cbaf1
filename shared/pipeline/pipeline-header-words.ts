// What the columns of a pipeline sheet are called, in the languages of header-words.ts. Compared as whole headers through `headerText`:
// "Stage when exported" is no stage.
import { parted } from '../spreadsheets/parted-lines';
import type { PipelineField } from './pipeline-field';

/** The fields that invitations do not have. */
export type PlaceField = Extract<
  PipelineField,
  'tal_candidate_id' | 'application_id' | 'project' | 'job_post' | 'stage'
>;

/** Header texts by field; of two in one sheet, the one further up is meant ("New stage" rather than "Stage"). */
export const pipelineHeaderWords: Readonly<Record<PlaceField, readonly string[]>> = {
  stage: parted(
    'new stage | target stage | to stage | move to | move to stage | next stage | stage | pipeline stage | hiring stage | stage name | com_stage_id | stage id | step | phase',
    'neue Phase | neue Stufe | Zielphase | verschieben nach | Phase | Stufe | Bewerbungsphase | Stadium',
    'nouvelle étape | étape | étape du processus | nueva etapa | etapa | fase | nova etapa | nuova fase | etapă | nieuwe fase | ny fas | steg | ny fase | trin | uusi vaihe | vaihe',
    'nowy etap | etap | nová fáze | fáze | nová fáza | fáza | új szakasz | szakasz | nova faza | faza | naujas etapas | etapas | jauns posms | posms | uus etapp | etapp',
    'yeni aşama | aşama | νέο στάδιο | στάδιο | новый этап | этап | новий етап | етап | нов етап | giai đoạn mới | giai đoạn | vòng | tahap baru | tahap | peringkat | yugto',
    'ステージ | 選考ステージ | 段階 | フェーズ | 단계 | 전형 단계 | 阶段 | 新阶段 | 階段 | ขั้นตอน | चरण | المرحلة | مرحله | שלב',
  ),
  project: parted(
    'project | hiring project | project name | project title | pipeline | project id | com_project_id | Projekt | Projektname | projet | proyecto | projecte | projeto | progetto | proiect',
    'projekt neve | projektnavn | projektnamn | prosjekt | projekti | projektas | projekts | projekt | proje | έργο | проект | проєкт | dự án | proyek | projek | proyekto',
    'プロジェクト | 案件 | 프로젝트 | 项目 | 項目 | 專案 | โครงการ | परियोजना | المشروع | پروژه | פרויקט',
  ),
  job_post: parted(
    'job post | job posting | job ad | job advert | vacancy | requisition | job post id | com_job_post_id | Stellenanzeige | Ausschreibung | Stellenausschreibung',
    'offre d’emploi | annonce | oferta de empleo | vacante | oferta de trabajo | vaga | anúncio de emprego | annuncio di lavoro | anunț de angajare | vacature | jobbannons | jobopslag | stillingsannonse | työpaikkailmoitus',
    'ogłoszenie o pracę | oferta pracy | pracovní nabídka | pracovná ponuka | álláshirdetés | oglas za posao | iş ilanı | αγγελία εργασίας | вакансия | вакансія | обява за работа | tin tuyển dụng | lowongan | iklan jawatan',
    '求人 | 求人票 | 채용 공고 | 职位 | 招聘职位 | 職缺 | ประกาศงาน | إعلان الوظيفة | آگهی شغلی | מודעת דרושים',
  ),
  application_id: parted(
    'application id | application | flowmingo application id | com_application_id | application uuid | Bewerbungs-ID | Bewerbung ID | Bewerbungsnummer | ID de candidature | ID de la candidatura | ID de solicitud | ID da candidatura',
    'ID candidatura | sollicitatie-ID | ansöknings-ID | ansøgnings-ID | søknads-ID | hakemuksen tunnus | ID zgłoszenia | ID přihlášky | jelentkezés azonosító | başvuru ID | ID заявки | mã ứng tuyển | ID lamaran',
    '応募ID | 지원 ID | 申请ID | 申請ID | معرف الطلب',
  ),
  tal_candidate_id: parted(
    'tal_candidate_id | flowmingo id | flowmingo candidate id | candidate id (flowmingo) | candidate id | candidate uuid | Kandidaten-ID | Bewerber-ID | ID du candidat | ID del candidato | ID do candidato',
    'ID candidato | kandidaat-ID | kandidat-ID | ehdokkaan tunnus | ID kandydata | ID kandidáta | jelölt azonosító | aday ID | ID кандидата | mã ứng viên | ID kandidat | 候補者ID | 후보자 ID | 候选人ID | 候選人ID',
  ),
};
