import type { Locale } from "@/domain/input";
import type { DeclineCode } from "@/domain/request/schema";

/**
 * One request of the demo. `from` and `to` are keys of organisations.json; `about` is the key of a need or an offer
 * of either side, or words of their own. `asked`, `answered`: days ago.
 */
export type DemoRequest = {
  from: string;
  to: string;
  about: string | { text: string; locale: Locale };
  message: string;
  asked: number;
  end?:
    | { state: "accepted"; answered: number }
    | { state: "declined"; answered: number; code: DeclineCode; text?: string }
    | { state: "withdrawn"; answered: number }
    | { state: "expired" };
};

const accepted = (answered: number) => ({ state: "accepted", answered }) as const;

/** Every message is in the language of the organisation that asks. */
export const demoRequests: readonly DemoRequest[] = [
  // Waiting for an answer.
  {
    from: "de-16",
    to: "pl-02",
    about: "de-16#n1",
    message:
      "Guten Tag, wir verkaufen unsere Hörbücher bisher per E-Mail und möchten endlich einen kleinen Shop. Ihr Angebot mit Versand nach Deutschland klingt passend – können wir darüber sprechen?",
    asked: 2,
  },
  {
    from: "pl-12",
    to: "de-17",
    about: "de-17#o1",
    message:
      "Dzień dobry, nasz przewodnik po Kołobrzegu ma już niemiecką wersję, ale goście z Niemiec jeszcze o nim nie wiedzą. Chcielibyśmy dowiedzieć się, ile kosztuje kampania w wyszukiwarkach przed sezonem.",
    asked: 1,
  },
  {
    from: "pl-02",
    to: "de-11",
    about: "pl-02#o3",
    message:
      "Dzień dobry, robimy krótkie filmy, także z drona. Może przydałyby się Państwu ujęcia tras rowerowych do aplikacji? Chętnie pokażemy przykłady znad Bałtyku.",
    asked: 3,
  },
  {
    from: "de-17",
    to: "pl-11",
    about: "pl-11#o1",
    message:
      "Guten Tag, für einen Spielwarenhändler suchen wir Figuren im Comicstil, etwa zwölf Motive. Arbeiten Sie auch für die Werbung oder nur für Spiele?",
    asked: 4,
  },
  {
    from: "de-01",
    to: "pl-01",
    about: "de-01#n1",
    message:
      "Guten Tag, wir haben bis zum Sommer zwei Projekte mehr, als wir allein schaffen. Könnten Sie uns zwei Java-Entwickler für einige Tage in der Woche überlassen? Englisch genügt im Team.",
    asked: 2,
  },
  {
    from: "pl-05",
    to: "de-03",
    about: "pl-05#n1",
    message:
      "Dzień dobry, pięć lat na jednej baterii – tego właśnie szukamy. Mamy około czterdziestu gospodarstw, które chętnie wypróbują czujniki w tym sezonie.",
    asked: 5,
  },
  {
    from: "de-13",
    to: "pl-16",
    about: "pl-16#o2",
    message:
      "Guten Tag, unsere Windparksteuerung braucht ein neues Gehäuse und eine Elektronik, die auch minus 25 Grad aushält. Stückzahl im ersten Jahr etwa 80.",
    asked: 1,
  },
  {
    from: "de-22",
    to: "pl-04",
    about: "de-22#n1",
    message:
      "Hello, our hauliers lose up to two hours at the ferry quay. We would like to connect our planning software to your booking of arrival times. Is there an interface?",
    asked: 12,
  },
  {
    from: "pl-21",
    to: "de-04",
    about: "pl-21#n1",
    message:
      "Dzień dobry, pytają nas o to co tydzień niemieckie firmy, a my nie chcemy zgadywać. Prosimy o rozmowę o umowach i składkach osób mieszkających w Szczecinie.",
    asked: 3,
  },
  {
    from: "de-15",
    to: "pl-11",
    about: "de-15#n1",
    message:
      "Moin, unser Lernspiel über die Hanse braucht Gesichter, Koggen und eine Hafenstadt. Wir haben das Drehbuch, Sie hoffentlich die Zeichner!",
    asked: 2,
  },
  {
    from: "de-18",
    to: "pl-06",
    about: { text: "wspólny mały projekt dla firm z pogranicza", locale: "pl" },
    message:
      "Dzień dobry, mamy pomysł na cykl spotkań firm z Löcknitz i Szczecina i szukamy partnera, który zna branżę informatyczną. Napiszemy wniosek, jeśli Państwo wezmą udział.",
    asked: 6,
  },
  {
    from: "pl-13",
    to: "de-15",
    about: "pl-13#n1",
    message:
      "Dzień dobry, czy uczestnicy Państwa kursów dla seniorów zechcieliby przez kilka tygodni nosić naszą opaskę? Wszystko przygotujemy po niemiecku.",
    asked: 4,
  },
  {
    from: "de-02",
    to: "pl-08",
    about: "de-02#n1",
    message:
      "Guten Tag, unsere Kunden haben oft nur dreißig Bilder von einem Fehler. Wir suchen eine Forschungsgruppe, die genau damit umgehen kann, gern auch für einen gemeinsamen Antrag.",
    asked: 3,
  },
  {
    from: "pl-17",
    to: "de-15",
    about: "pl-17#n1",
    message:
      "Dzień dobry, szukamy dwudziestu osób po sześćdziesiątce do prób z nową aplikacją bankową. Płacimy uczestnikom i oczywiście Państwu za organizację.",
    asked: 5,
  },
  {
    from: "de-09",
    to: "pl-18",
    about: "de-09#n2",
    message:
      "Guten Tag, unsere Datenschutzschulung dauert im Saal drei Stunden. Wir möchten daraus einen Kurs am Bildschirm machen, etwa 45 Minuten mit kleinen Prüfungen.",
    asked: 2,
  },
  {
    from: "pl-16",
    to: "de-19",
    about: "pl-16#n1",
    message:
      "Guten Tag, wir brauchen ab April zwei Messtage im Monat für neue Steuergeräte. Haben Sie Kapazität, und helfen Sie auch bei den Unterlagen?",
    asked: 1,
  },
  {
    from: "de-11",
    to: "pl-19",
    about: "de-11#n2",
    message:
      "Guten Tag, unsere App hat rund 900 kurze Texte. Uns ist wichtig, dass sie für polnische Gäste natürlich klingen. Machen Sie so etwas, und bis wann?",
    asked: 3,
  },

  // Agreed: each of them has become a meeting.
  {
    from: "pl-02",
    to: "de-04",
    about: "de-04#o1",
    message:
      "Dzień dobry, nasi klienci wysyłają towar do Niemiec i boją się upomnień za zły regulamin. Chcielibyśmy zapytać, jak wygląda taki przegląd i ile kosztuje.",
    asked: 9,
    end: accepted(7),
  },
  {
    from: "pl-17",
    to: "de-17",
    about: "de-17#o3",
    message:
      "Dzień dobry, badamy, gdzie klienci gubią się w sklepach internetowych. Państwo wiedzą, skąd przychodzą. Może warto połączyć oba spojrzenia?",
    asked: 8,
    end: accepted(6),
  },
  {
    from: "pl-01",
    to: "de-04",
    about: "pl-01#n1",
    message: "Dzień dobry, mamy trzy umowy z klientami z Niemiec i chcemy mieć pewność, że są w porządku. Prosimy o krótką rozmowę.",
    asked: 10,
    end: accepted(9),
  },
  {
    from: "pl-08",
    to: "de-19",
    about: "pl-08#n1",
    message:
      "Dzień dobry, nasze metody działają w laboratorium, teraz chcemy je sprawdzić na taśmie. Czy można u Państwa zarezerwować tydzień prób?",
    asked: 9,
    end: accepted(8),
  },
  {
    from: "pl-09",
    to: "de-09",
    about: "pl-09#n1",
    message:
      "Dzień dobry, robimy testy bezpieczeństwa i coraz częściej trafiamy na dane osobowe niemieckich klientów. Chcemy wiedzieć, co nam wolno.",
    asked: 8,
    end: accepted(5),
  },
  {
    from: "de-10",
    to: "pl-10",
    about: "de-10#n1",
    message:
      "Guten Tag, drei Kunden wollen noch dieses Jahr zu uns umziehen, und zwar am laufenden Betrieb. Ihre Erfahrung mit 300 Firmen wäre genau richtig.",
    asked: 11,
    end: accepted(10),
  },
  {
    from: "de-11",
    to: "pl-12",
    about: "de-11#n1",
    message:
      "Guten Tag, die Kurhäuser auf Usedom fragen uns nach einer Buchung für Zimmer und Anwendungen. Sie haben so etwas für Kolberg – das würden wir gern sehen.",
    asked: 9,
    end: accepted(7),
  },
  {
    from: "pl-06",
    to: "de-05",
    about: "pl-06#n1",
    message:
      "Dzień dobry, wiosną rusza nabór wniosków i szukamy organizacji pracodawców po niemieckiej stronie. Możemy też zorganizować wizyty w naszych firmach.",
    asked: 12,
    end: accepted(11),
  },
  {
    from: "de-03",
    to: "pl-16",
    about: "de-03#n1",
    message: "Guten Tag, wir brauchen jeweils 50 bis 100 Platinen, aber dann schnell. Schaffen Sie zwei Wochen, und was kostet eine Nullserie?",
    asked: 7,
    end: accepted(6),
  },
  {
    from: "pl-04",
    to: "de-02",
    about: "pl-04#n1",
    message: "Hello, two of our ports still check containers by eye. We would like to see how your detection works at a gate with rain and salt.",
    asked: 8,
    end: accepted(6),
  },
  {
    from: "de-07",
    to: "pl-13",
    about: "de-07#n1",
    message:
      "Guten Tag, viele unserer Patientinnen leben allein. Ihr Armband mit Sturzerkennung möchten wir uns gern zeigen lassen und in einem Heim ausprobieren.",
    asked: 6,
    end: accepted(4),
  },
  {
    from: "de-08",
    to: "pl-14",
    about: "de-08#n2",
    message:
      "Guten Tag, bis Jahresende müssen neun Ämter ihre Seiten barrierefrei machen. Wir suchen jemanden, der das schon oft getan hat.",
    asked: 9,
    end: accepted(8),
  },
  {
    from: "pl-18",
    to: "de-16",
    about: "pl-18#n1",
    message: "Dzień dobry, mamy dwanaście kursów BHP i szukamy kogoś, kto je przełoży i nagra po niemiecku. Jeden głos męski, jeden żeński.",
    asked: 7,
    end: accepted(5),
  },
  {
    from: "de-12",
    to: "pl-03",
    about: "de-12#n1",
    message:
      "Guten Tag, wir haben ein Buchhaltungsprogramm, Sie haben das fertige Modul für KSeF. Wenn die Schnittstelle passt, könnten wir es vierzig Mandanten anbieten.",
    asked: 10,
    end: accepted(8),
  },
  {
    from: "pl-20",
    to: "de-22",
    about: "pl-20#n1",
    message: "Dzień dobry, 140 przewoźników i każdy planuje inaczej. Prosimy o pokaz programu, najlepiej na przykładzie trasy Szczecin–Hamburg.",
    asked: 6,
    end: accepted(5),
  },
  {
    from: "de-06",
    to: "pl-07",
    about: "de-06#n1",
    message:
      "Guten Tag, zwei unserer Teams möchten im Juni für eine Woche nach Stettin. Im Gegenzug haben wir bei uns Schreibtische mit Blick auf den Strelasund.",
    asked: 8,
    end: accepted(6),
  },
  {
    from: "pl-23",
    to: "de-05",
    about: "pl-23#n1",
    message: "Hello, we have three prototypes that need real users: a moisture label, a flexible antenna and a paper battery. Could you ask your members?",
    asked: 7,
    end: accepted(6),
  },
  {
    from: "de-14",
    to: "pl-04",
    about: "de-14#n1",
    message: "Hello, our traffic simulation lacks live data from a terminal. Could we connect it to your system in one of the smaller ports?",
    asked: 9,
    end: accepted(7),
  },
  {
    from: "de-05",
    to: "pl-21",
    about: "de-05#n2",
    message:
      "Guten Tag, unsere Mitglieder suchen derzeit elf Entwicklerinnen und Entwickler. Wie arbeiten Sie, und was kostet eine Vermittlung?",
    asked: 6,
    end: accepted(4),
  },
  {
    from: "pl-11",
    to: "de-16",
    about: "pl-11#n1",
    message: "Hello, our next game has about 4,000 spoken lines. We are looking for six German voices and a studio that likes odd characters.",
    asked: 5,
    end: accepted(4),
  },
  {
    from: "de-04",
    to: "pl-19",
    about: "de-04#n1",
    message:
      "Guten Tag, wir brauchen regelmäßig beglaubigte Übersetzungen von Handelsregisterauszügen und Verträgen. Können wir eine feste Vereinbarung treffen?",
    asked: 8,
    end: accepted(7),
  },

  // Declined.
  {
    from: "de-17",
    to: "pl-05",
    about: "de-17#n2",
    message: "Guten Tag, wir suchen jemanden, der Firmengelände von oben filmt. Sie fliegen doch ohnehin?",
    asked: 9,
    end: {
      state: "declined",
      answered: 8,
      code: "no_fit",
      text: "Latamy tylko nad polami, filmów o firmach nie robimy. Proszę zapytać Koszykarnię Cyfrową z Koszalina.",
    },
  },
  {
    from: "pl-02",
    to: "de-15",
    about: "pl-02#o1",
    message: "Dzień dobry, czy sprzedają Państwo swoje kursy w internecie? Zbudujemy sklep z płatnościami w cztery tygodnie.",
    asked: 10,
    end: { state: "declined", answered: 8, code: "not_now", text: "Ein Shop ist erst im nächsten Jahr geplant. Fragen Sie gern dann noch einmal!" },
  },
  {
    from: "pl-06",
    to: "de-18",
    about: "pl-06#n1",
    message: "Dzień dobry, szukamy partnera do wspólnego wniosku. Słyszeliśmy, że znają Państwo wszystkich po niemieckiej stronie.",
    asked: 11,
    end: { state: "declined", answered: 10, code: "in_touch_already" },
  },
  {
    from: "de-12",
    to: "pl-01",
    about: "de-12#n2",
    message: "Guten Tag, unser Lohnprogramm von 1999 muss neu geschrieben werden. Trauen Sie sich das zu?",
    asked: 9,
    end: { state: "declined", answered: 6, code: "not_now", text: "Do jesieni nie mamy wolnych rąk, później chętnie wrócimy do tematu." },
  },
  {
    from: "pl-09",
    to: "de-10",
    about: "de-10#n2",
    message: "Dzień dobry, prowadzimy całodobowy dyżur i możemy przejąć alarmy z Państwa serwerowni.",
    asked: 7,
    end: { state: "declined", answered: 5, code: "no_free_slot" },
  },

  // Taken back.
  {
    from: "pl-04",
    to: "de-05",
    about: "pl-04#n2",
    message: "Hello, could you introduce us to the harbour authorities along your coast?",
    asked: 8,
    end: { state: "withdrawn", answered: 7 },
  },
  {
    from: "de-15",
    to: "pl-18",
    about: "pl-18#o1",
    message: "Moin, vielleicht können wir Kurse tauschen: Ihre für Betriebe, unsere für Berufsschulen?",
    asked: 6,
    end: { state: "withdrawn", answered: 4 },
  },
  {
    from: "de-19",
    to: "pl-16",
    about: "pl-16#o1",
    message: "Guten Tag, für einen Versuchsaufbau brauchen wir fünf bestückte Platinen. Nehmen Sie so kleine Aufträge an?",
    asked: 10,
    end: { state: "withdrawn", answered: 9 },
  },

  // Nobody answered in time.
  {
    from: "pl-26",
    to: "de-01",
    about: "de-01#o1",
    message: "Dzień dobry, szukamy zespołu, który dopisze nam moduł do wymiany modeli z programami kosztorysowymi.",
    asked: 20,
    end: { state: "expired" },
  },
  {
    from: "pl-16",
    to: "de-13",
    about: "de-13#o2",
    message: "Guten Tag, wer fertigt eigentlich die Elektronik für Ihre Speichersteuerung? Wir könnten das übernehmen.",
    asked: 19,
    end: { state: "expired" },
  },
  {
    from: "de-08",
    to: "pl-17",
    about: "pl-17#o1",
    message: "Guten Tag, wir möchten wissen, ob ältere Menschen mit unserem Bürgerportal zurechtkommen.",
    asked: 18,
    end: { state: "expired" },
  },
];

/** What a moderator paired, of organisations that had not asked each other. */
export const demoPairings: readonly { between: [string, string]; subject: string; locale: Locale }[] = [
  { between: ["pl-19", "de-01"], subject: "Auftrags- und Terminverwaltung für ein Übersetzungsbüro", locale: "de" },
  { between: ["pl-23", "de-14"], subject: "Evaluation of pilot projects, and prototypes to try in ports", locale: "en" },
];
