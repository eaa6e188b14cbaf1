import { makeUtf16 } from '../unit/shared/spreadsheets/make-encoded';
import { markedFile } from './marked-file';
import type { RealFile } from './real-file';

const withMark = (text: string) => makeUtf16(`\ufeff${text}`, 'utf-16le');

/** Exports of meetings, surveys and address books, with the lines that they put above and below their lists. */
export const meetingExports: readonly RealFile[] = [
  markedFile('Zoom registration report: a small table about the meeting above the people', ',', [
    '. Registration Report',
    '. Report Generated:,"Nov 30, 2026 08:15 AM"',
    '. Topic,Webinar ID,Scheduled Time,Duration (minutes),# Registered,# Cancelled',
    '. Open evening,812 3456 7890,"Dec 3, 2026 06:00 PM",60,3,0',
    '. Attendee Details,',
    'h First Name,Last Name,Email,Registration Time,Approval Status,',
    'p Ann,Lee,ann@example.com,"Nov 28, 2026 10:11 AM",approved, => Ann | Lee | ann@example.com | Nov 28, 2026 10:11 AM | approved',
    'p Bo,Roe,bo@example.com,"Nov 28, 2026 10:12 AM",approved, => Bo | Roe | bo@example.com | Nov 28, 2026 10:12 AM | approved',
    'p Cy,,cy@example.com,"Nov 28, 2026 10:15 AM",approved, => Cy | cy@example.com | Nov 28, 2026 10:15 AM | approved',
  ]),
  markedFile(
    'Microsoft Teams attendance: three numbered sections, people in the second, their comings and goings in the third',
    '\t',
    [
      '. 1. Summary',
      '. Meeting title\tOpen evening',
      '. Attended participants\t3',
      '. Start time\t11/30/26, 5:58:01 PM',
      '. Average attendance time\t42m 10s',
      '. ',
      '. 2. Participants',
      'h Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole',
      'p Ann Lee\t11/30/26, 5:59:12 PM\t11/30/26, 6:40:55 PM\t41m 43s\tann@example.com\tann@example.com\tPresenter',
      'p Bo Roe\t11/30/26, 6:01:12 PM\t11/30/26, 6:40:10 PM\t38m 58s\tbo@example.com\tbo@example.com\tAttendee',
      'p Cy Poe\t11/30/26, 6:02:12 PM\t11/30/26, 6:40:11 PM\t37m 59s\tcy@example.com\tcy@example.com\tAttendee',
      '. ',
      '- 3. In-Meeting Activities',
      '- Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole',
      '- Ann Lee\t11/30/26, 5:59:12 PM\t11/30/26, 6:10:55 PM\t11m 43s\tann@example.com\tPresenter',
      '- Ann Lee\t11/30/26, 6:11:12 PM\t11/30/26, 6:40:55 PM\t29m 43s\tann@example.com\tPresenter',
      '- Bo Roe\t11/30/26, 6:01:12 PM\t11/30/26, 6:40:10 PM\t38m 58s\tbo@example.com\tAttendee',
    ],
    { encoding: 'utf-16le', otherLists: ['below 14'] },
    { toBytes: withMark },
  ),
  markedFile(
    'Qualtrics: codes above the questions, import ids below them',
    ',',
    [
      '. StartDate,ResponseId,Q1,Q2,Q3',
      'h Start Date,Response ID,What is your full name?,Your email address,Which role interests you?',
      '- "{""ImportId"":""startDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1_TEXT""}","{""ImportId"":""QID2_TEXT""}","{""ImportId"":""QID3""}"',
      'p 2026-11-28 10:11:12,R_1aB,Ann Lee,ann@example.com,Clerk',
      'p 2026-11-28 10:15:12,R_2cD,Bo Roe,bo@example.com,Driver',
      'p 2026-11-28 10:19:12,R_3eF,Cy Poe,cy@example.com,Clerk',
    ],
    { emailColumn: 'D' },
  ),
  markedFile(
    'SurveyMonkey: the question stands over its fields, in two rows of header',
    ',',
    [
      '. Respondent ID,Start Date,Please tell us how to reach you.,,,Which days suit you?,',
      'h ,,Name,Company,Email Address,Monday,Tuesday',
      'p 118000000001,11/28/2026 10:11:12 AM,Ann Lee,Example Ltd,ann@example.com,Monday,',
      'p 118000000002,11/28/2026 10:15:12 AM,Bo Roe,,bo@example.com,,Tuesday',
      'p 118000000003,11/28/2026 10:19:12 AM,Cy Poe,,cy@example.com,Monday,Tuesday',
    ],
    { emailColumn: 'E' },
  ),
  markedFile(
    'Google Forms: questions as headers, answers over several lines, a consent column with commas',
    ',',
    [
      'h Timestamp,Email Address,What is your name?,"How did you hear of us? (tick all)",I agree that my data is kept',
      'p 2026/11/28 10:11:12 AM GMT+1,ann@example.com,Ann Lee,"A friend, The web","Yes, I do" => 2026/11/28 10:11:12 AM GMT+1 | ann@example.com | Ann Lee | A friend, The web | Yes, I do',
      'p 2026/11/28 10:15:12 AM GMT+1,bo@example.com,Bo Roe,A friend,"Yes, I do" => 2026/11/28 10:15:12 AM GMT+1 | bo@example.com | Bo Roe | A friend | Yes, I do',
    ],
    { emailColumn: 'B' },
  ),
  markedFile('Typeform: a column called #, network ids and a hidden field', ',', [
    'h #,Hi! What’s your *first name*?,"Thanks, {{field:01}}. And your last name?",Where can we write to you?,utm_source,Network ID',
    'p q1w2e3r4t5y6u7i8o9p0,Ann,Lee,ann@example.com,fair,0a1b2c3d4e',
    'p a1s2d3f4g5h6j7k8l9z0,Bo,Roe,bo@example.com,,1b2c3d4e5f',
  ]),
  markedFile('Google Groups: the group’s name stands alone above the header', ',', [
    '. Members for group applicants-2026',
    'h Email address,Nickname,Group status,Email status,Posting permissions',
    'p ann@example.com,Ann Lee,member,email,allowed',
    'p bo@example.com,,member,email,allowed',
    'p cy@example.com,Cy,owner,email,allowed',
  ]),
  markedFile(
    'Outlook contacts: 30 columns, nearly all of them empty',
    ',',
    [
      `h ${'Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business City,Business State,Business Postal Code,Business Country/Region,Home Street,Home City,Home Phone,Mobile Phone,Anniversary,Birthday,Categories,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,E-mail 2 Type,Gender,Initials,Notes,Priority,Private'}`,
      `p ${',Ann,,Lee,,,,,,,,,,,,,,0/0/00,0/0/00,,ann@example.com,SMTP,Ann Lee (ann@example.com),,,Unspecified,A.L.,,Normal,False'}`,
      `p ${',Bo,,Roe,,,,,,,,,,,,,,0/0/00,0/0/00,,bo@example.com,SMTP,Bo Roe (bo@example.com),,,Unspecified,B.R.,,Normal,False'}`,
    ],
    { emailColumn: 'U' },
  ),
  markedFile(
    'Eventbrite: a ticket for somebody else, buyer and attendee with addresses each',
    ',',
    [
      'h Order #,Order Date,Buyer Email,Attendee first name,Attendee Surname,Attendee email,Ticket Type',
      'p 9912001,28/11/26 10:11,mum@example.org,Ann,Lee,ann@example.com,Talk',
      'p 9912002,28/11/26 10:15,bo@example.com,Bo,Roe,bo@example.com,Talk',
    ],
    { emailColumn: 'F' },
  ),
  markedFile(
    'Google contacts: labels and values side by side, ::: between two addresses',
    ',',
    [
      'h First Name,Middle Name,Last Name,Phonetic First Name,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value',
      'p Ann,,Lee,,Applicants ::: * myContacts,* Home,ann@example.com,Mobile,+1 202-555-0101',
      'p Bo,,Roe,,* myContacts,* ,bo@example.com ::: roe@example.com,,',
    ],
    { emailColumn: 'G' },
  ),
  markedFile(
    'Webex: a total line with the number alone under a column of minutes',
    '\t',
    [
      'h Name\tAttendee Email\tJoin Time\tAttendance Duration',
      'p Ann Lee\tann@example.com\t2026-11-28 18:00:12\t41 mins',
      'p Bo Roe\tbo@example.com\t2026-11-28 18:01:40\t40 mins',
      '- \t\tTotal\t81 mins',
    ],
    { encoding: 'utf-16le' },
    { toBytes: withMark },
  ),
  markedFile(
    'Zoom attendance: hosts, panelists and attendees as lists one below another',
    ',',
    [
      '. Attendee Report',
      '. Host Details,',
      '. Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes)',
      '. Yes,Zed Zimmer,zed@example.com,11/30/2026 17:55:00,11/30/2026 19:02:00,67',
      '. Attendee Details,',
      'h Attended,User Name (Original Name),First Name,Last Name,Email,Registration Time,Join Time',
      'p Yes,Ann Lee,Ann,Lee,ann@example.com,11/28/2026 10:11:12,11/30/2026 18:00:12',
      'p No,Bo Roe,Bo,Roe,bo@example.com,11/28/2026 10:12:12,--',
      'p Yes,Cy,Cy,,cy@example.com,11/28/2026 10:13:12,11/30/2026 18:01:12',
      'p Yes,Di Moe,Di,Moe,di@example.com,11/28/2026 10:14:12,11/30/2026 18:01:12',
    ],
    { emailColumn: 'E' },
  ),
];
