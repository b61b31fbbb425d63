import { useLocale, useTranslations } from "next-intl";
import { isField } from "@/domain/field/rules";
import type { Absence, Shared } from "@/domain/matching/absence";
import { formatList } from "@/i18n/format";

/** The subjects in the reader's words; the fields of activity where no subject is known. */
function useShared(): (shared: Shared) => string {
  const tFields = useTranslations("Fields");
  const locale = useLocale();
  return ({ subjects, fields }) => {
    const words = subjects.length > 0 ? subjects.map((label) => label[locale]) : fields.map((code) => (isField(code) ? tFields(code) : code));
    return formatList(words, locale);
  };
}

/** A dismissal is told by a line of its own. */
type Told = Exclude<Absence, { code: "dismissed_by_you" }>;

function useWords(name: string): (absence: Told) => string {
  const t = useTranslations("Absences");
  const tell = useShared();
  return (absence) => {
    switch (absence.code) {
      case "both_offer":
        return t("both_offer", { subjects: tell(absence) });
      case "both_seek":
        return t("both_seek", { subjects: tell(absence) });
      case "blocked_by_you":
      case "they_wrote_nothing":
        return t(absence.code, { name });
      default:
        return t(absence.code);
    }
  };
}

/** Why an organisation is not suggested to the reader's, but for a dismissal. */
export function Absences({ absences, name }: { absences: readonly Absence[]; name: string }) {
  const t = useTranslations("Absences");
  const words = useWords(name);
  const told = absences.filter((absence): absence is Told => absence.code !== "dismissed_by_you");
  if (told.length === 0) return null;
  return (
    <div className="max-w-prose space-y-2 text-muted">
      <ul className="list-disc space-y-1 pl-5">
        {told.map((absence) => <li key={absence.code}>{words(absence)}</li>)}
      </ul>
      {told.some(({ code }) => code === "no_meeting") ? <p>{t("anyway")}</p> : null}
    </div>
  );
}
