import { describe, expect, test } from "vitest";
import type { Locale } from "@/domain/input";
import families from "../lexicon/apart.json";
import { bareFamilyOf } from "./apart";
import { compoundParts, splitCompound } from "./compound";
import { stem } from "./stem";

const pairs = (list: string) => list.trim().split(/\s*,\s*/).map((pair) => pair.split(" ") as [string, string]);

const apart: Record<Locale, [string, string][]> = {
  de: pairs(`fähre fahren, fähren fahrt, programmierer programm, programmierung programme, zahlung zählung, zahlungen zählungen, zahlen zählen, schafe schaft, rüstung ausrüstung,
    förderung forderung, förderungen forderungen, foerderung forderung, führung führen, säen san, änderung anders, anzahlung anzahl, bestatter bestätigung, bürger bürgen, kündigung kunden,
    küche kuchen, messe messen, nähen nähe, pünktlich punkt, schranke schrank, schülerin schule, ständig stand, vereinbaren vereine, verlagerung verlag, verwerten verwenden,
    wanderung wand, zuständig zustand, geschäft geschafft, lösen lose, markieren markt, landung land, zeichnung zeichen, gründer grund,
    händler handlung, lohnt lohn, mieter mieten, sprecher sprechen, druckerei drucker, anhänger anhang, schlüssel schluss, währung wahren, werft werfen, steuert steuer, gesetzt gesetz`),
  en: pairs(`service server, services servers, serve server, important import, importance importer, programmer program, programming programme, career care, engine engineer, factory fact,
    partner part, party part, organic organise, patient patent, state static, table tablet, tender tend, interview internal, public publication, settings set, tanker tank, mission missing, hour hoar, tour tor, millions mill`),
  pl: pairs(`kierowca kierownik, kierowców kierowników, chorować chór, pensjonat pensja, klimatyzacja klimat, obora obornik, przekładnia przekład, park parkowanie, działka działalność,
    działalność działu, działka dział, obecność obecnie, programista program, programowanie programy, płac placu, sąd sad, łąki łącze, domena domek, głośny głos, kolej kolejka,
    komórka komora, kapitał kapitan, kopia kopalnia, mieszkanie mieszanie, opera operacja, radio rada, silnik silny, składnik składka, stal stały, szkółka szkoła, zbiornik zbiór,
    zabawka zabawa, przychodnia przychód, rzecznik rzecz, konserwacja konserwy, internet interim, okno okolica, surowe surowce, surowych surowców, pół pole, oddziaływanie oddział,
    ciągnik ciągu, myśliwy myśli, śluza służy, należności należy, paszport pasza, danych danym, razem razie, pozwolenie pozwoli, piekarnia piec, targowisko targi, logopeda logo`),
};

const together: Record<Locale, [string, string][]> = {
  de: pairs(`lager lagers, lager lagern, fähre fähren, faehre fähre, förderung förderungen, foerderung förderung, fördern förderung, fördert förderer, forderung forderungen, zählung zählen,
    zaehlung zählung, prüfung pruefung, prüfung prufung, prüfen prüft, programmierer programmieren, programmierung programmieren, programm programme, rechnung rechnungen, schüler schülern,
    führen führt, hafen häfen, vertrag verträge, markt märkte, fahren fährt, schaf schafe, verantwortung verantwortlich, kündigung kündigen, lösung lösen, küche küchen, einführen einführung,
    gründer gründung, händler händlern, mieter mietern, werft werften`),
  en: pairs(`warehouse warehouses, service services, server servers, company companies, programmer programmers, translation translator, career careers, engine engines, factory factories,
    import imports, importer importing, tender tenders, machine machines, building buildings, vehicle vehicles, harbour harbor, neighbouring neighboring, organisation organization, organise organizing, digitalisation digitalization, centre center,
    centres centers, licence license, catalogue catalog, fulfilment fulfillment, competent competence, mill mills, fibre fiber, analyse analyze, aluminium aluminum, localisation localization, partner partners, university universities, delivery deliveries`),
  pl: pairs(`magazyn magazynów, kierowca kierowców, kierowca kierowcami, kierownik kierowników, kierownik kierownicy, klimatyzacja klimatyzator, pensjonat pensjonaty, działka działek,
    działalność działalności, obecność obecności, przekładnia przekładnie, przekładnia przekladni, programista programistów, programista programowanie, program programów, płaca płac,
    plac placu, sąd sądu, okno okien, komórka komórek, stal stalowy, łódź łodzi, kolejka kolejek, internet internecie, szkoła szkół, umowa umów, silnik silników, zespół zespołu,
    dane danych, piekarnia piekarni, ciągnik ciągniki, pozwolenie pozwoleń, śluza śluzy`),
};

const locales = ["de", "en", "pl"] as const;
const cases = (table: typeof apart) => locales.flatMap((locale) => table[locale].map(([one, other]) => ({ locale, one, other })));

describe("words that only look alike", () => {
  test.each(cases(apart))("$one is not $other ($locale)", ({ locale, one, other }) => {
    expect(stem(one, locale)).not.toBe(stem(other, locale));
  });

  test.each(cases(together))("$one is $other ($locale)", ({ locale, one, other }) => {
    expect(stem(one, locale)).toBe(stem(other, locale));
  });

  test("are not taken apart either", () => {
    const parts = compoundParts(["ortung", "rüstung", "schafe", "system"]);
    expect(splitCompound("verantwortung", parts)).toBeNull();
    expect(splitCompound("ausrüstung", parts)).toBeNull();
    expect(splitCompound("gesellschaft", parts)).toBeNull();
    expect(splitCompound("ortungssystem", parts)).toEqual([stem("ortung", "de"), stem("system", "de")]);
  });

  test("may stand for one another where somebody writes without diacritics", () => {
    expect(bareFamilyOf("forderung", "de")).toBe(stem("förderung", "de"));
    expect(bareFamilyOf("plac", "pl")).toBe(stem("płac", "pl"));
    expect(bareFamilyOf("förderung", "de")).toBeNull();
    expect(bareFamilyOf("lager", "de")).toBeNull();
  });

  test("stand in the list once", () => {
    for (const locale of locales) {
      const forms = families[locale].flatMap((family) => family.split(" "));
      expect(forms.filter((form, index) => forms.indexOf(form) !== index)).toEqual([]);
    }
  });
});
