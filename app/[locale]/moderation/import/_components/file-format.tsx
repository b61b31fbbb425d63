import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Section } from "@/components/ui/surface";
import { type Column, columns, requiredColumns } from "@/domain/import/schema";

/** The names of columns that the text about wishes speaks of. */
const wishColumns = { types: "wished_types", regions: "wished_regions", type: "type" } as const satisfies Record<string, Column>;

/** What a file has to look like, and one that does. `programmes`: slug and name of those that can be exported. */
export function FileFormat({ programmes }: { programmes: { slug: string; name: string }[] }) {
  const t = useTranslations("Import.format");
  return (
    <Section title={t("title")}>
      <div className="max-w-3xl space-y-4">
        <p>{t("columns")}</p>
        <ul className="flex flex-wrap gap-2">
          {columns.map((column) => (
            <li key={column}><code className="rounded-md bg-sunken px-2 py-0.5 text-sm">{column}</code></li>
          ))}
        </ul>
        <p>{t("required", { columns: requiredColumns.join(", ") })}</p>
        <p>{t("lists", { separator: "|" })}</p>
        <p>{t("wishes", wishColumns)}</p>
        <p>{t("admitted")}</p>
        {programmes.map(({ slug, name }) => (
          <p key={slug}>
            <a href={`/api/programmes/${slug}/organisations.csv`} download className={buttonClass("secondary")}>
              <Download aria-hidden="true" className="size-5 shrink-0" />
              {t("export")}
              {programmes.length > 1 ? ` (${name})` : null}
            </a>
          </p>
        ))}
      </div>
    </Section>
  );
}
