import type { EventKind } from "@/domain/event/schema";
import type { Locale } from "@/domain/input";

type EventWords = { title: string; summary: string; description: string; runBy: string };

/** An event of the demo. Times are local to the programme's zone. */
export type DemoEvent = {
  slug: string;
  kind: EventKind;
  startsAt: string;
  endsAt: string;
  languages: Locale[];
  interpretedInto: Locale[];
  texts: Record<Locale, EventWords>;
  /** Matchmaking slots: the first one's start, each one's length and the pause after it in minutes. */
  slots?: { first: string; count: number; minutes: number; pause: number };
  rooms?: number;
  capacity?: number;
  closesAt?: string;
};

export type DemoProgramme = {
  slug: string;
  timeZone: string;
  countries: string[];
  regions: string[];
  contactEmail: string;
  texts: Record<Locale, { name: string; summary: string }>;
  events: DemoEvent[];
};

const getToKnow: DemoEvent = {
  slug: "2027-03-18-matchmaking",
  kind: "matchmaking",
  startsAt: "2027-03-18T13:00",
  endsAt: "2027-03-18T15:15",
  languages: ["en"],
  interpretedInto: [],
  slots: { first: "2027-03-18T13:15", count: 7, minutes: 14, pause: 2 },
  rooms: 14,
  capacity: 80,
  closesAt: "2027-03-16T12:00",
  texts: {
    en: {
      title: "Let’s get to know each other! Online matchmaking meeting",
      summary: "Up to seven short conversations with organisations from the other side of the border, agreed in advance and fitted into one afternoon.",
      description:
        "We begin together: a quarter of an hour of welcome and a short tour of how the afternoon works. Then everybody moves into small rooms, two organisations at a time, for conversations of 14 minutes with two minutes to change rooms.\n\nYou choose your partners beforehand here in the portal: look around, ask for a meeting and say what it is about. A few days before the event you receive your personal agenda and the link to Zoom. Nothing has to be installed.\n\nAt the end we meet once more in the big room and collect what should happen next.",
      runBy: "the project team",
    },
    de: {
      title: "Lernen wir uns kennen! Kooperationstreffen online",
      summary: "Bis zu sieben kurze Gespräche mit Organisationen von der anderen Seite der Grenze, vorab verabredet und an einem Nachmittag geführt.",
      description:
        "Wir beginnen gemeinsam: eine Viertelstunde Begrüßung und ein kurzer Überblick über den Ablauf. Danach wechseln alle in kleine Räume, immer zwei Organisationen zusammen, und sprechen 14 Minuten miteinander. Für den Raumwechsel bleiben zwei Minuten.\n\nIhre Partner wählen Sie vorher hier im Portal: Sie sehen sich um, fragen ein Gespräch an und schreiben, worum es gehen soll. Einige Tage vor der Veranstaltung erhalten Sie Ihren persönlichen Terminplan und den Link zu Zoom. Sie müssen nichts installieren.\n\nZum Schluss treffen wir uns noch einmal im großen Raum und sammeln, wie es weitergehen soll.",
      runBy: "das Projektteam",
    },
    pl: {
      title: "Poznajmy się! Spotkanie kooperacyjne online",
      summary: "Do siedmiu krótkich rozmów z organizacjami z drugiej strony granicy, umówionych wcześniej i zebranych w jedno popołudnie.",
      description:
        "Zaczynamy wspólnie: kwadrans na powitanie i krótkie objaśnienie, jak przebiega popołudnie. Potem wszyscy przechodzą do małych pokojów, po dwie organizacje, i rozmawiają przez 14 minut. Na zmianę pokoju są dwie minuty.\n\nPartnerów wybierają Państwo wcześniej tutaj, w portalu: przeglądają Państwo profile, proponują rozmowę i piszą, czego ma dotyczyć. Kilka dni przed wydarzeniem otrzymają Państwo własny plan rozmów i link do Zooma. Niczego nie trzeba instalować.\n\nNa koniec spotkamy się jeszcze raz w dużym pokoju i zbierzemy pomysły na dalsze działania.",
      runBy: "zespół projektu",
    },
  },
};

const businessInGermany: DemoEvent = {
  slug: "2027-04-14-business-in-germany",
  kind: "discussion",
  startsAt: "2027-04-14T14:00",
  endsAt: "2027-04-14T16:00",
  languages: ["pl"],
  interpretedInto: ["de"],
  texts: {
    en: {
      title: "Doing business in Germany: intercultural differences",
      summary: "An online discussion about what surprises Polish and German business partners in each other, and how to deal with it.",
      description:
        "Why does one side want the agenda a week earlier, and why does the other call instead of writing? Entrepreneurs from both countries talk about their first German customers and Polish suppliers, about offers, contracts, punctuality and small talk. Bring your own questions.\n\nThe discussion is held in Polish; an interpreter translates into German.",
      runBy: "moderator Ewelina Gnatkowska",
    },
    de: {
      title: "Geschäfte in Deutschland: interkulturelle Unterschiede",
      summary: "Eine Diskussion online darüber, was polnische und deutsche Geschäftspartner aneinander überrascht und wie man gut damit umgeht.",
      description:
        "Warum möchte die eine Seite die Tagesordnung eine Woche vorher, und warum ruft die andere lieber an, statt zu schreiben? Unternehmerinnen und Unternehmer aus beiden Ländern erzählen von ihren ersten Kunden und Lieferanten jenseits der Grenze, von Angeboten, Verträgen, Pünktlichkeit und Small Talk. Bringen Sie Ihre Fragen mit.\n\nDie Diskussion findet auf Polnisch statt und wird ins Deutsche gedolmetscht.",
      runBy: "Moderatorin Ewelina Gnatkowska",
    },
    pl: {
      title: "Jak robić interesy w Niemczech: różnice międzykulturowe",
      summary: "Dyskusja online o tym, co zaskakuje polskich i niemieckich partnerów w biznesie i jak sobie z tym radzić.",
      description:
        "Dlaczego jedna strona chce znać plan spotkania tydzień wcześniej, a druga woli zadzwonić, niż pisać? Przedsiębiorcy z obu krajów opowiedzą o pierwszych klientach i dostawcach zza granicy, o ofertach, umowach, punktualności i rozmowach przy kawie. Zapraszamy z własnymi pytaniami.\n\nDyskusja odbędzie się po polsku, z tłumaczeniem na niemiecki.",
      runBy: "moderatorka Ewelina Gnatkowska",
    },
  },
};

const communication: DemoEvent = {
  slug: "2027-04-28-communication",
  kind: "workshop",
  startsAt: "2027-04-28T09:00",
  endsAt: "2027-04-28T12:00",
  languages: ["pl"],
  interpretedInto: ["de"],
  texts: {
    en: {
      title: "Effective communication, or the cross-border transfer of information",
      summary: "An online workshop on saying things across a language border so that they arrive as they were meant.",
      description:
        "Most misunderstandings between partners begin with a sentence that both believed to be clear. In three hours we practise short messages, good questions, meetings in a foreign language and working with an interpreter, with examples from projects of the region.\n\nThe workshop is held in Polish; an interpreter translates into German.",
      runBy: "host Joanna Piasecka",
    },
    de: {
      title: "Wirksam kommunizieren oder: Informationen über die Grenze bringen",
      summary: "Ein Workshop online: wie man über eine Sprachgrenze hinweg so spricht und schreibt, dass es richtig ankommt.",
      description:
        "Die meisten Missverständnisse zwischen Partnern beginnen mit einem Satz, den beide für eindeutig hielten. In drei Stunden üben wir kurze Nachrichten, gute Fragen, Besprechungen in einer fremden Sprache und die Arbeit mit einer Dolmetscherin, mit Beispielen aus Projekten der Region.\n\nDer Workshop findet auf Polnisch statt und wird ins Deutsche gedolmetscht.",
      runBy: "Gastgeberin Joanna Piasecka",
    },
    pl: {
      title: "Skuteczna komunikacja, czyli transgraniczny przepływ informacji",
      summary: "Warsztat online o tym, jak mówić i pisać ponad granicą języka, żeby druga strona zrozumiała to, co mieliśmy na myśli.",
      description:
        "Większość nieporozumień między partnerami zaczyna się od zdania, które obie strony uważały za jasne. Przez trzy godziny poćwiczymy krótkie wiadomości, dobre pytania, spotkania w obcym języku i współpracę z tłumaczem, na przykładach z projektów w regionie.\n\nWarsztat odbędzie się po polsku, z tłumaczeniem na niemiecki.",
      runBy: "prowadząca Joanna Piasecka",
    },
  },
};

const services: DemoEvent = {
  slug: "2027-05-19-cross-border-services",
  kind: "workshop",
  startsAt: "2027-05-19T09:00",
  endsAt: "2027-05-19T16:00",
  languages: ["en"],
  interpretedInto: [],
  texts: {
    en: {
      title: "Collaborative design of cross-border services",
      summary: "A full day online: mixed teams from both countries design a service that neither side could offer alone.",
      description:
        "In the morning we collect what companies and citizens near the border are missing. After that mixed teams sketch a service, test it on each other and improve it. In the afternoon every team shows a simple prototype and says who would have to do what for it to begin.\n\nYou need no experience with design methods, only a camera, a microphone and curiosity. There is a long lunch break.",
      runBy: "moderator Hubert Dyba",
    },
    de: {
      title: "Grenzüberschreitende Dienstleistungen gemeinsam gestalten",
      summary: "Ein ganzer Tag online: Gemischte Teams aus beiden Ländern entwerfen ein Angebot, das keine Seite allein machen könnte.",
      description:
        "Am Vormittag sammeln wir, was Unternehmen und Menschen in Grenznähe fehlt. Danach skizzieren gemischte Teams eine Dienstleistung, probieren sie aneinander aus und verbessern sie. Am Nachmittag zeigt jedes Team einen einfachen Prototyp und sagt, wer was tun müsste, damit es losgehen kann.\n\nErfahrung mit Gestaltungsmethoden brauchen Sie nicht, nur Kamera, Mikrofon und Neugier. Es gibt eine lange Mittagspause.",
      runBy: "Moderator Hubert Dyba",
    },
    pl: {
      title: "Wspólne projektowanie usług transgranicznych",
      summary: "Cały dzień online: mieszane zespoły z obu krajów projektują usługę, której żadna ze stron nie stworzyłaby sama.",
      description:
        "Rano zbieramy to, czego brakuje firmom i mieszkańcom przy granicy. Potem mieszane zespoły szkicują usługę, wypróbowują ją na sobie nawzajem i poprawiają. Po południu każdy zespół pokazuje prosty prototyp i mówi, kto i co musiałby zrobić, żeby usługa ruszyła.\n\nNie trzeba znać metod projektowania, wystarczą kamera, mikrofon i ciekawość. W programie jest długa przerwa obiadowa.",
      runBy: "moderator Hubert Dyba",
    },
  },
};

const woodFair: DemoEvent = {
  slug: "2027-04-22-wood-and-data",
  kind: "matchmaking",
  startsAt: "2027-04-22T10:00",
  endsAt: "2027-04-22T12:00",
  languages: ["de", "pl"],
  interpretedInto: [],
  slots: { first: "2027-04-22T10:15", count: 4, minutes: 20, pause: 5 },
  rooms: 3,
  capacity: 20,
  closesAt: "2027-04-20T12:00",
  texts: {
    en: {
      title: "Wood and data: workshop partners on both sides of the Neisse",
      summary: "Four conversations of twenty minutes for sawmills, joiners and those who write software for them.",
      description: "A small round for people who work with wood and those who help them to plan, measure and sell. German and Polish are spoken.",
      runBy: "the craft desk",
    },
    de: {
      title: "Holz und Daten: Werkstattpartner beiderseits der Neiße",
      summary: "Vier Gespräche von zwanzig Minuten für Sägewerke, Tischlereien und alle, die Software für sie schreiben.",
      description: "Eine kleine Runde für Menschen, die mit Holz arbeiten, und für die, die ihnen beim Planen, Messen und Verkaufen helfen. Gesprochen wird Deutsch und Polnisch.",
      runBy: "die Anlaufstelle Handwerk",
    },
    pl: {
      title: "Drewno i dane: partnerzy warsztatów po obu stronach Nysy",
      summary: "Cztery rozmowy po dwadzieścia minut dla tartaków, stolarzy i tych, którzy piszą dla nich programy.",
      description: "Małe grono osób, które pracują z drewnem, i tych, którzy pomagają im planować, mierzyć i sprzedawać. Rozmawiamy po polsku i po niemiecku.",
      runBy: "punkt wsparcia rzemiosła",
    },
  },
};

/** The first is the portal's home programme; the second shows that programmes do not see each other. */
export const demoProgrammes: readonly DemoProgramme[] = [
  {
    slug: "pomerania",
    timeZone: "Europe/Warsaw",
    countries: ["PL", "DE"],
    regions: ["PL42", "DE80", "DE40"],
    contactEmail: "office@programme.example",
    texts: {
      en: {
        name: "Cooperation in Pomerania",
        summary: "Four online events for organisations from Mecklenburg-Vorpommern, Brandenburg and West Pomerania that want to work together.",
      },
      de: {
        name: "Zusammenarbeit in Pommern",
        summary: "Vier Veranstaltungen online für Organisationen aus Mecklenburg-Vorpommern, Brandenburg und Westpommern, die zusammenarbeiten wollen.",
      },
      pl: {
        name: "Współpraca na Pomorzu",
        summary: "Cztery wydarzenia online dla organizacji z Meklemburgii-Pomorza Przedniego, Brandenburgii i Pomorza Zachodniego, które chcą współpracować.",
      },
    },
    events: [getToKnow, businessInGermany, communication, services],
  },
  {
    slug: "lusatia",
    timeZone: "Europe/Berlin",
    countries: ["DE", "PL"],
    regions: ["DE40", "PL43"],
    contactEmail: "office@lusatia.example",
    texts: {
      en: { name: "Craft across the Neisse", summary: "A small demo programme for crafts and digital services in Lusatia and Lubusz." },
      de: { name: "Handwerk über die Neiße", summary: "Ein kleines Demoprogramm für Handwerk und digitale Dienste in der Lausitz und in Lebus." },
      pl: { name: "Rzemiosło przez Nysę", summary: "Mały program pokazowy dla rzemiosła i usług cyfrowych na Łużycach i w Lubuskiem." },
    },
    events: [woodFair],
  },
];
