import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Notice } from "@/components/layout/notice";
import { Container, PageHeader } from "@/components/ui/surface";
import { Link } from "@/i18n/navigation";
import { AdmissionStatus } from "./admission-status";
import { Completeness } from "./completeness";
import type { OwnOrganisation } from "./own-organisation";

/** The parts of the profile, in the order in which they help. */
const tabs = ["offers", "edit", "visibility", "people", "preview"] as const;
export type Tab = (typeof tabs)[number];

type Props = { own: OwnOrganisation; tab: Tab; intro?: ReactNode; notice: string | string[] | undefined; children: ReactNode };

/** Around every page of one's own organisation: where it stands, what helps most next, and the way to the other parts. */
export function Frame({ own, tab, intro, notice, children }: Props) {
  const t = useTranslations("OrganisationFrame");
  const { profile, admission, programme } = own;
  return (
    <Container>
      <Notice code={notice} />
      <PageHeader eyebrow={profile.name} title={t(tab)} intro={intro} />
      <div className="mb-8 space-y-4">
        <AdmissionStatus slug={profile.slug} admission={admission} email={programme.contactEmail} />
        <Completeness profile={profile} />
      </div>
      <Tabs slug={profile.slug} current={tab} />
      {children}
    </Container>
  );
}

function Tabs({ slug, current }: { slug: string; current: Tab }) {
  const t = useTranslations("OrganisationFrame");
  return (
    <nav aria-label={t("nav")} className="mb-8 border-b border-line">
      <ul className="flex flex-wrap gap-x-1">
        {tabs.map((tab) => (
          <li key={tab}>
            <Link
              href={`/organisations/${slug}/${tab}`}
              aria-current={tab === current ? "page" : undefined}
              className="flex min-h-11 items-center border-b-4 border-transparent px-3 font-semibold no-underline hover:border-line-strong aria-[current]:border-accent aria-[current]:text-primary"
            >
              {t(tab)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The title of one of these pages in the browser. */
export async function frameTitle(own: OwnOrganisation, tab: Tab) {
  const t = await getTranslations("OrganisationFrame");
  return { title: t("title", { page: t(tab), name: own.profile.name }) };
}
