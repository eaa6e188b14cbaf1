// Common given names of many countries: they tell which of two name columns is which. Never used to judge one person's name.

/** As `givenNameKey` writes them, without the mark of й and ё. */
const cyrillicGivenNames =
  'александр алексеи анатолии андреи антон артем борис вадим валентин валерии василии виктор виталии владимир владислав вячеслав геннадии георгии григории даниил денис дмитрии евгении егор иван игорь илья кирилл константин леонид максим матвеи михаил никита николаи олег павел петр роман руслан сергеи станислав степан тимофеи тимур федор юрии ярослав ' +
  'александра алена алина алла анастасия анна валентина валерия варвара вера вероника виктория галина дарья диана евгения екатерина елена елизавета жанна зоя инна ирина карина кристина ксения лариса лидия любовь людмила маргарита марина мария надежда наталья наталия нина оксана ольга полина светлана софья софия таисия тамара татьяна ульяна юлия яна ' +
  'олександр олексіи андріи василь віктор віталіи володимир дмитро євген іван ігор кирило максим микола михаило назар олег остап павло петро сергіи степан тарас юріи ярослав ганна дарина ірина катерина людмила марія наталія оксана олена ольга софія тетяна юлія';

/** In letters of their own; `givenNameKey` takes their marks off. */
const ownLetterGivenNames = (
  'γιώργος γεώργιος δημήτρης δημήτριος κώστας κωνσταντίνος γιάννης ιωάννης νίκος νικόλαος παναγιώτης βασίλης βασίλειος χρήστος αθανάσιος θανάσης μιχάλης ευάγγελος βαγγέλης σπύρος αντώνης σταύρος αλέξανδρος θοδωρής στέφανος πέτρος μάριος ανδρέας ηλίας λευτέρης ' +
  'μαρία ελένη κατερίνα αικατερίνη βασιλική σοφία αγγελική γεωργία δήμητρα ιωάννα κωνσταντίνα άννα παναγιώτα ευαγγελία ευτυχία χριστίνα αναστασία δέσποινα ειρήνη φωτεινή χρυσούλα νίκη αλεξάνδρα νικολέτα στέλλα θεοδώρα ' +
  'محمد أحمد احمد علي حسن حسين عمر خالد يوسف إبراهيم ابراهيم محمود مصطفى طارق سعيد ماجد فهد سلطان ناصر كريم زياد رامي سامي وليد هاني عادل عماد ياسر باسم فيصل عبدالله عبدالرحمن سعد بلال أيمن رشيد ' +
  'فاطمة عائشة مريم سارة ليلى نور هدى زينب خديجة آمنة سلمى رانيا دينا منى هند ريم لينا سمر نادية سعاد أسماء إيمان دعاء ياسمين رنا شيماء نورة هالة ' +
  'דוד משה יוסף יעקב אברהם דניאל יונתן איתי נועם עומר אורי אלון יובל רועי גיא עידו אריאל אמיר תומר ליאור רון שרה רחל לאה מרים חנה יעל נועה תמר מיכל רות אסתר שירה מאיה עדי הילה ענת דנה רינת אורית ' +
  'สมชาย สมศักดิ์ สมบัติ ประเสริฐ วิชัย สุรชัย อนันต์ ธนากร กิตติ ณัฐพล ปิติ ชัยวัฒน์ พงศกร สุชาติ วีระ มานะ สมหญิง วราภรณ์ สุภาพร มาลี มานี อรุณ นภา กนกวรรณ ศิริพร จันทร์ พรทิพย์ สุนีย์ ปรียา รัตนา อรทัย ' +
  'राहुल अमित संजय विजय राजेश सुरेश रमेश महेश दीपक अनिल सुनील मनोज अजय रवि विकास राज अर्जुन रोहित प्रिया नेहा पूजा अंजलि सुनीता अनीता कविता रेखा दीपिका सीता गीता मीना किरण आशा स्नेहा ' +
  'გიორგი დავით ნიკა ლუკა ირაკლი ლევან ზურაბ ნინო მარიამ თამარ ანა ეკა ქეთევან სალომე ნათია մհեր արմեն հայկ տիգրան դավիթ անի մարիամ աննա լիլիթ'
)
  .normalize('NFD')
  .replace(/\p{M}+/gu, '');

/** In lower case without accents. */
export const givenNames: ReadonlySet<string> = new Set(
  (
    'james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark paul steven andrew kenneth joshua kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle noah ethan jeremy liam luke oliver harry oscar felix max leo simon martin ' +
    'mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison grace julia alice sophia sophie charlotte chloe lucy ella lily mia zoe eva nora clara ' +
    'hans klaus wolfgang jurgen dieter manfred uwe stefan andreas frank bernd ralf matthias sebastian tobias florian jan lukas jonas leon finn moritz ursula monika petra sabine renate helga karin brigitte ingrid gisela katrin heike anja silke kerstin katharina lena lea marie johanna greta frieda ' +
    'jean pierre michel andre philippe alain bernard jacques francois christophe nicolas laurent olivier sebastien julien antoine louis hugo camille manon lea ines jade aurelie celine isabelle nathalie sylvie valerie helene mathilde elodie amelie oceane gaelle remi loic benoit ' +
    'antonio manuel francisco juan javier carlos miguel jesus alejandro pedro rafael fernando luis sergio alberto jorge pablo diego alvaro carmen josefa isabel dolores pilar cristina marta lucia paula elena raquel rocio beatriz ana joao tiago rui nuno catarina ines mariana leonor rita ' +
    'angel andres felipe eduardo ernesto ricardo enrique julian agustin joaquin emilio gonzalo ignacio santiago raul ruben hector cesar arturo alfredo armando gustavo guillermo rodrigo mauricio esteban mateo thiago caio bruno gabriel guilherme leandro marcelo luisa gabriela daniela alejandra fernanda eduarda camila valeria adriana veronica juliana carolina isabela larissa leticia vanessa luciana claudia belen noelia lorena yolanda nuria montserrat inmaculada encarnacion ' +
    'giuseppe giovanni mario luigi marco francesco roberto paolo andrea alessandro matteo lorenzo davide federico giulia chiara francesca alessia valentina elisa silvia paola federica ' +
    'piotr krzysztof tomasz pawel marcin michal jakub mateusz lukasz kamil wojciech grzegorz zbigniew agnieszka katarzyna malgorzata joanna magdalena aleksandra zofia hanna ewa beata dorota jiri jan petr josef pavel vaclav tomas jaroslav zdenek marek lucie katerina lenka hana veronika tereza milan marija ivan marko ana nikola luka jelena dusan ' +
    'lars anders johan erik per karl nils mikael fredrik astrid ingrid kristina eva sven bjorn ole kari mette soren jens pia timo mikko juha matti anne paivi ' +
    'mehmet mustafa ahmet ali huseyin hasan ibrahim emre murat fatma ayse emine hatice zeynep elif merve can deniz mohammed muhammad ahmed omar youssef khaled fatima aisha maryam layla noor hassan ' +
    'busra esra gamze tugba ozge seda sibel selin serkan volkan burak onur kerem kaan yusuf omer hakan tolga ugur gokhan cem kubra ebru derya ozlem gizem ece irem melis yasemin furkan oguz sinan ceren ' +
    'claire louise juliette maxime quentin romain adrien damien fabien jerome cedric ludovic yannick audrey emilie melanie laetitia virginie delphine sandrine karine stephane thierry veronique ' +
    'deepak suresh ramesh mahesh rajesh mukesh manish ashish abhishek vikas vivek nitin sachin pooja swati shruti kavita rekha sunil anil ravi kiran pradeep sandeep naveen praveen ganesh karthik lakshmi divya nisha ritu jyoti meena geeta ' +
    'alexey aleksandr sergey dmitry andrey vladimir mikhail ekaterina olga tatiana natalia irina svetlana yulia elena anastasia oleksandr ' +
    cyrillicGivenNames +
    ' ' +
    ownLetterGivenNames +
    ' ' +
    'wei li fang min jing ying hiroshi takashi yuki haruto yuto sakura aoi yui minjun jisoo jiho seoyeon anh minh linh huong hoa lan hung dung tuan thao trang nam priya rahul amit anita sunita raj arjun ananya neha sanjay vijay budi siti dewi agus putri kofi ama kwame abena chidi ngozi amina'
  ).split(' '),
);

const beyondAscii = /[^\u0000-\u007f]/;

/** The word in the form in which `givenNames` are written. */
export function givenNameKey(word: string): string {
  const lower = word.toLowerCase();
  if (!beyondAscii.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/đ/g, 'd')
    .replace(/ı/g, 'i');
}
