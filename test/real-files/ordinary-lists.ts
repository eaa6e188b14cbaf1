import { markedFile } from './marked-file';
import { markedWorkbook } from './marked-workbook';
import type { RealFile } from './real-file';

/** Lists of people of whom little is known: nobody of them is a heading, a remark, a total or a header. */
export const ordinaryLists: readonly RealFile[] = [
  markedFile('the first and a later one are known by their names alone', ';', [
    'h Name;Status;E-mail;Notes',
    'p Ann Lee;;;',
    'p Bo Roe;new;bo@example.com;',
    'p Cy Poe;new;cy@example.com;called twice',
    'p Di Moe;;;',
    'p Ed Fox;new;ed@example.com;',
  ]),
  markedFile('a name alone behind a blank row, another blank row above somebody with an address', ';', [
    'h Name;E-mail;Phone',
    'p Ann Lee;;',
    'p Bo Roe;bo@example.com;555 0101',
    '. ;;',
    'p Cy Poe;;',
    'p Di Moe;di@example.com;555 0102',
    '. ;;',
    'p Ed Fox;ed@example.com;',
  ]),
  markedFile('a first name alone in the first row, the family name is not known', ',', [
    'h ID,First name,Last name,Email',
    'p ,Ann,,',
    'p C-1001,Bo,Roe,bo@example.com',
    'p C-1002,Cy,Poe,cy@example.com',
  ]),
  markedFile('somebody with one name above people with two', ',', [
    'h Name,Email,Phone',
    'p Madonna,,',
    'p Bo Roe,bo@example.com,555 0101',
    'p Cy Poe,cy@example.com,555 0102',
  ]),
  markedFile('people with one name and nothing else, one below the other but for a blank row', ',', [
    'h Name,Email,Phone',
    'p Suharto,,',
    '. ,,',
    'p Madonna,,',
    'p Bo Roe,bo@example.com,555 0101',
    'p Cy Poe,cy@example.com,555 0102',
  ]),
  markedFile('names that are written with family name and comma only once', ',', [
    'h Town,Name,Email,Phone',
    'p ,"Lee, Ann",, => Lee, Ann',
    'p Leeds,Bo Roe,bo@example.com,555 0101',
    'p York,Cy Poe,cy@example.com,555 0102',
  ]),
  markedFile('jobs stand alone above their people behind blank rows: headings all the same', ';', [
    'h Name;E-mail;Phone',
    '- Human Resources;;',
    'p Ann Lee;ann@example.com;555 0101',
    'p Bo Roe;bo@example.com;555 0102',
    '. ;;',
    '- Customer Service;;',
    'p Cy Poe;cy@example.com;555 0103',
    'p Di Moe;di@example.com;555 0104',
  ]),
  markedFile('Vietnamese: the last one has a name of six words and nothing else', ',', [
    'h Họ và tên,Email,Số điện thoại',
    'p Trần Văn Đức,duc@example.com,555 0101',
    'p Phạm Thị Hường,huong@example.com,',
    'p Nguyễn Thị Minh Khai Ngọc Ánh,,',
  ]),
  markedFile('Spanish and German: long names with small words in them come last', ';', [
    'h Name;E-Mail;Telefon',
    'p Änne Müller;aenne@example.com;555 0101',
    'p Jörg Groß;joerg@example.com;',
    'p Juan Carlos de la Cruz y Ruiz;;',
    'p Maria Anna Luisa von der Heide;;',
  ]),
  markedFile('numbers behind equal names, the last one has nothing else', ';', [
    'h Name;E-mail;Town',
    'p Ann Lee (1);ann@example.com;Leeds',
    'p Bo Roe;bo@example.com;York',
    'p Ann Lee (2);;',
  ]),
  markedFile('a phone number is all that is known of the last one', ';', [
    'h Name;Phone;E-mail',
    'p Ann Lee;+44 7700 900101;ann@example.com',
    'p Bo Roe;+44 7700 900102;bo@example.com',
    'p ;+44 7700 900103;',
  ]),
  markedFile('an ID and a phone number are no sum, nor is a phone number beside a total’s word', ';', [
    'h No.;Name;Phone;E-mail',
    'p 4711;Ann Lee;+44 7700 900101;ann@example.com',
    'p 4712;Bo Roe;+44 7700 900102;bo@example.com',
    'p ;Anzahl Max;+44 7700 900103;',
    'p 4713;;+44 7700 900104;',
  ]),
  markedFile('without a header, “no email” between people is no header of those below', ',', [
    'p 1,Ann Lee,ann@example.com,555 0101',
    'p 2,Bo Roe,bo@example.com,555 0102',
    'p ,Cy Poe,no email,',
    'p 4,Di Moe,di@example.com,555 0104',
    'p 5,Ed Fox,ed@example.com,555 0105',
    'p 6,Fay Low,fay@example.com,',
  ]),
  markedFile('without a header, the last one’s name is a word that headers use', ';', [
    'p Bo Roe;bo@example.com;555 0101',
    'p Cy Poe;;555 0102',
    'p Note;;+44 7700 900103',
  ]),
  markedFile(
    'French in UTF-8: an apostrophe as printed in front of a letter with an accent',
    ',',
    [
      'h Nom complet,Courriel,Poste',
      'p Ann Lee,ann@example.com,Chef d’équipe',
      'p Bo Roe,bo@example.com,Chef d’équipe',
    ],
    { encoding: 'utf-8' },
  ),
  markedFile(
    'Polish capitals in UTF-8',
    ',',
    ['h Name,Email,Firma', 'p Jan Nowak,jan@example.com,SPÓŁKA A', 'p Ewa Kowal,ewa@example.com,SPÓŁKA B'],
    { encoding: 'utf-8' },
  ),
  markedFile('IDs and names without a header and without an address', ';', [
    'p C-1001;Ann Lee',
    'p C-1002;Bo Roe',
    'p C-1003;Cy Poe',
  ]),
  markedFile('Chinese: a name alone comes first', ',', [
    'h 姓名,邮箱,电话',
    'p 王美玲,,',
    'p 陈志明,zhiming@example.com,5550101',
    'p 李静,jing@example.com,5550102',
  ]),
  markedWorkbook('names alone in a workbook, the first and the last', {
    People: [
      'h Name;Email;Phone;Town',
      'p Ann Lee;;;',
      'p Bo Roe;bo@example.com;555 0101;Leeds',
      'p Cy Poe;cy@example.com;555 0102;York',
      'p Di Moe;;;',
    ],
  }),
];
