type Texts = Partial<Record<"aims" | "schedule" | "registration" | "prices", string>>;

/** What an invented association says in another language; `before` is the French it was made from, where that has changed since. */
export type DemoText = {
  about: string;
  lang: string;
  by: "association" | "agent";
  daysAgo: number;
  texts: Texts;
  before?: Texts;
};

export const texts: readonly DemoText[] = [
  {
    about: "Mots d'accueil",
    lang: "en",
    by: "association",
    daysAgo: 34,
    texts: {
      aims: "French lessons for people who have just arrived in France. Groups go from the very first word to exam preparation. Children are looked after during the morning lesson.",
      schedule: "Tuesday and Friday at 9.15 am, Thursday at 6.30 pm.",
      registration: "Come and meet us on Monday between 2 pm and 5 pm.",
      prices: "€15 a year, free if that is difficult for you.",
    },
  },
  {
    about: "Mots d'accueil",
    lang: "ar",
    by: "association",
    daysAgo: 34,
    texts: {
      aims: "دروس في اللغة الفرنسية للأشخاص الذين يصلون إلى فرنسا. تبدأ المجموعات من أول كلمة وتصل إلى التحضير للامتحانات. يمكن رعاية الأطفال خلال درس الصباح.",
      schedule: "الثلاثاء والجمعة في الساعة 9:15 صباحًا، والخميس في الساعة 18:30.",
      registration: "استقبال يوم الاثنين من الساعة 14:00 إلى الساعة 17:00.",
      prices: "15 يورو في السنة، ومجانًا إذا كان ذلك صعبًا عليكم.",
    },
  },
  {
    about: "Tournesols, amitié avec l'Ukraine",
    lang: "uk",
    by: "association",
    daysAgo: 61,
    texts: {
      aims: "Ми зустрічаємо українські родини, надсилаємо медичні матеріали та проводимо недільну школу українською мовою.",
      schedule: "У неділю з 14:00 до 17:00.",
      prices: "Безкоштовно.",
    },
  },
  {
    about: "Tournesols, amitié avec l'Ukraine",
    lang: "en",
    by: "association",
    daysAgo: 61,
    texts: {
      aims: "We welcome Ukrainian families, send medical supplies and run a Sunday school in Ukrainian.",
      schedule: "Sunday from 2 pm to 5 pm.",
    },
  },
  {
    about: "Judo Club de Valbrume",
    lang: "en",
    by: "association",
    daysAgo: 240,
    texts: {
      aims: "Judo and jujitsu from the age of 4 to adulthood. Our youngest members learn to fall and to play together. One class welcomes young people with disabilities.",
      registration: "Two trial classes. Give the form to the teacher.",
      prices: "From €120 to €160 a year. Second-hand kimono for €10.",
    },
    before: { prices: "De 120 à 160 € l'année. Kimono d'occasion à 10 €." },
  },
  {
    about: "Association culturelle portugaise de Valbrume",
    lang: "pt",
    by: "agent",
    daysAgo: 18,
    texts: {
      aims: "Rancho folclórico, aulas de português para crianças, convívios e festa de São João. Quem acaba de chegar encontra ajuda para tratar dos documentos.",
      schedule: "Dança ao sábado às 16h, português à quarta-feira às 14h.",
      prices: "25 € por família.",
    },
  },
];
