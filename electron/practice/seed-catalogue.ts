// Invented titles and names for the practice Flowmingo. Nobody here is a real person; addresses are at example.com only.

/** A project of the seeded organization: its stages in pipeline order and the titles of its job posts, oldest first. */
export interface CatalogueProject {
  title: string;
  stages: readonly string[];
  jobPosts: readonly string[];
}

/** Interview sets: title, and the two internal numbers that the API reports. The set's status never affects an invite. */
export const CATALOGUE_SETS: readonly { title: string; status: number; setType: number }[] = [
  { title: 'Sales Assessment', status: 1, setType: 1 },
  { title: 'Backend Engineer: First Conversation', status: 1, setType: 1 },
  { title: 'Customer Care (English and Spanish)', status: 1, setType: 2 },
  { title: 'Pflegefachkraft: Erstgespräch', status: 1, setType: 1 },
  { title: 'Chuyên viên phân tích dữ liệu', status: 1, setType: 2 },
  { title: 'Graduate Programme 2026', status: 0, setType: 1 },
  { title: 'Warehouse Shift Lead', status: 2, setType: 1 },
];

/** Nine projects with 3 to 8 stages and 12 job posts in all; the last project has no job post yet. */
export const CATALOGUE_PROJECTS: readonly CatalogueProject[] = [
  {
    title: 'Backend Engineer',
    stages: ['Applied', 'Screening', 'AI interview', 'Technical interview', 'Final', 'Offer'],
    jobPosts: ['Backend Engineer (Berlin)', 'Senior Backend Engineer (remote)'],
  },
  {
    title: 'Sales Development, Madrid',
    stages: ['Applied', 'Screening', 'Final'],
    jobPosts: ['Sales Development Representative'],
  },
  {
    title: 'Customer Care Lisbon',
    stages: ['Applied', 'Language check', 'AI interview', 'Team lead interview', 'Offer'],
    jobPosts: ['Customer Care Agent', 'Customer Care Agent, evenings'],
  },
  {
    title: 'Pflege Süd',
    stages: ['Eingegangen', 'Vorauswahl', 'Gespräch', 'Probetag', 'Zusage'],
    jobPosts: ['Pflegefachkraft (m/w/d)', 'Pflegehelfer (m/w/d)'],
  },
  {
    title: 'Data Platform Hà Nội',
    stages: ['Applied', 'Screening', 'Take-home', 'Panel', 'Final', 'Offer', 'Background check'],
    jobPosts: ['Data Analyst', 'Analytics Engineer'],
  },
  {
    title: 'Graduate Programme 2026',
    stages: [
      'Registered',
      'Assessment',
      'AI interview',
      'Group day',
      'Manager interview',
      'Ranking',
      'Offer',
      'Joined',
    ],
    jobPosts: ['Graduate Trainee'],
  },
  {
    title: 'Warehouse Łódź',
    stages: ['Applied', 'Phone call', 'Site visit', 'Hired'],
    jobPosts: ['Shift Lead'],
  },
  {
    title: 'Finance Controller',
    stages: ['Applied', 'Screening', 'Case', 'Final'],
    jobPosts: ['Financial Controller (Dublin)'],
  },
  { title: 'Talent pool', stages: ['New', 'Contacted', 'Warm'], jobPosts: [] },
];

/** Given names; combined freely with the family names below. */
export const CATALOGUE_FIRSTNAMES: readonly string[] =
  'Alejandra Amina Anh Arjun Beatriz Bence Chidi Chloé Dušan Eilidh Elif Emre Fatima Filip Giulia Hanna Hiroshi Ines Jakub Joana Kwame Lars Lea Linh Łukasz Mårten Mei Nadia Niamh Noor Oksana Otávio Priya Rafael Sanna Siobhán Søren Tariq Thảo Yuki Zoë Žofie'.split(
    ' ',
  );

/** Family names. */
export const CATALOGUE_LASTNAMES: readonly string[] =
  'Abebe Almeida Andersson Bakker Banerjee Çelik Costa Đặng Doe Dubois Eriksen Fernández García Haddad Horváth Iversen Jankowski Kaya Kowalczyk Kovačević Larsen Lefèvre Marković Mensah Moreau Müller Nakamura Nguyễn Novák Okafor Oliveira Petrov Quispe Rossi Sato Schäfer Silva Tanaka Trần Vega Wójcik Yılmaz'.split(
    ' ',
  );
