import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FormAction } from "@/components/form/form";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/surface";
import { activeFilters } from "@/domain/directory/rules";
import type { DirectoryFilters, DismissalView, SubjectCount, SuggestedPartner, Understanding } from "@/domain/directory/schema";
import type { OrganisationCard } from "@/domain/organisation/schema";
import { Link } from "@/i18n/navigation";
import { DismissForm } from "./dismiss-form";
import { DismissedLine } from "./dismissed-line";
import { DismissedList } from "./dismissed-list";
import { FilterChips } from "./filter-chips";
import { FilterForm, type SlotOption } from "./filter-form";
import { Pager } from "./pager";
import { PartnerList } from "./partner-list";
import { SaveSearch } from "./save-search";
import { SubjectLinks } from "./subject-links";
import { UnderstoodChips } from "./understood-chips";
import { ViewLinks } from "./view-links";

export type DirectoryData = {
  filters: DirectoryFilters;
  understanding: Understanding;
  result: { cards: OrganisationCard[]; total: number; page: number; pageCount: number; subjects: SubjectCount[] } | null;
  suggestions: SuggestedPartner[];
  dismissals: DismissalView[];
  own: { slug: string; country: string };
  slots: readonly SlotOption[];
};

/** How a suggestion is dismissed, and that undone. `event`: slug of the event whose directory it is. */
export type Dismissing = { dismiss: FormAction; undo: FormAction; event?: string; timeZone: string };

type Props = {
  /** Address of the directory, without language. */
  path: string;
  data: DirectoryData;
  bookmark: (organisation: OrganisationCard) => ReactNode;
  dismissing: Dismissing;
  /** Keeps the search that is shown. */
  save: FormAction;
  action?: (organisation: OrganisationCard) => ReactNode;
};

/** A directory: suggestions with their reasons, then everybody, with search and filters. */
export function DirectoryView({ path, data, bookmark, dismissing, save, action }: Props) {
  const { filters, understanding, result, suggestions, dismissals, own, slots } = data;
  const list = { path, ownCountry: own.country, bookmark, ...(action ? { action } : {}) };
  const isPlain = filters.view === "all" && filters.page === 1 && activeFilters(filters).length === 0;
  return (
    <>
      <ViewLinks path={path} current={filters.view} />
      {filters.view === "suggested" || (isPlain && suggestions.length > 0) ? (
        <Suggestions path={path} view={filters.view} suggestions={suggestions} ownSlug={own.slug} dismissing={dismissing} list={list} />
      ) : null}
      {filters.view === "dismissed" ? (
        <DismissedList dismissals={dismissals} timeZone={dismissing.timeZone} place={{ back: "dismissed", event: dismissing.event }} undo={dismissing.undo} />
      ) : null}
      {result === null ? null : (
        <section aria-labelledby="results">
          <FilterForm path={path} filters={filters} slots={slots} />
          <UnderstoodChips path={path} filters={filters} understanding={understanding} />
          <FilterChips path={path} filters={filters} concepts={understanding.concepts} slots={slots} />
          <SaveSearch filters={filters} understanding={understanding} action={save} />
          <SubjectLinks path={path} filters={filters} subjects={result.subjects} />
          <Results path={path} filters={filters} result={result} list={list} />
        </section>
      )}
    </>
  );
}

type ListProps = Omit<Parameters<typeof PartnerList>[0], "partners">;
type SuggestionProps = {
  path: string;
  view: DirectoryFilters["view"];
  suggestions: SuggestedPartner[];
  ownSlug: string;
  dismissing: Dismissing;
  list: ListProps;
};

function Suggestions({ path, view, suggestions, ownSlug, dismissing: { dismiss, undo, event }, list }: SuggestionProps) {
  const t = useTranslations("Directory");
  const place = { back: view, event };
  const describe = <Link href={`/organisations/${ownSlug}/offers`} className={buttonClass()}>{t("noSuggestionAction")}</Link>;
  const partners = suggestions.map((suggestion) => ({
    ...suggestion,
    extra: <DismissForm organisation={suggestion.card} place={place} action={dismiss} />,
    ...(suggestion.isDismissed ? { instead: <DismissedLine organisation={suggestion.card} place={place} undo={undo} /> } : {}),
  }));
  return (
    <section aria-labelledby="suggested" className="mb-12">
      <h2 id="suggested" className="scroll-mt-24 text-2xl font-bold">{t("suggestedTitle")}</h2>
      <p className="mt-1 mb-5 text-muted">{t("suggestedIntro")}</p>
      {suggestions.length === 0 ? (
        <EmptyState title={t("noSuggestionTitle")} action={describe}>{t("noSuggestionText")}</EmptyState>
      ) : <PartnerList partners={partners} {...list} />}
      {view === "all" ? <Link href={`${path}?view=suggested`} className={`${buttonClass("quiet")} mt-4`}>{t("allSuggestions")}</Link> : null}
      {view === "suggested" ? <Link href={`${path}?view=dismissed`} className={`${buttonClass("quiet")} mt-4`}>{t("view_dismissed")}</Link> : null}
    </section>
  );
}

type ResultProps = { path: string; filters: DirectoryFilters; result: NonNullable<DirectoryData["result"]>; list: ListProps };

function Results({ path, filters, result, list }: ResultProps) {
  const t = useTranslations("Directory");
  const isBookmarks = filters.view === "bookmarks";
  const all = <Link href={path} className={buttonClass("secondary")}>{t("removeAll")}</Link>;
  return (
    <>
      <h2 id="results" className="mb-4 text-2xl font-bold" aria-live="polite">{t("results", { count: result.total })}</h2>
      {result.total > 0 ? <PartnerList partners={result.cards.map((card) => ({ card }))} {...list} /> : null}
      {result.total === 0 && isBookmarks ? <EmptyState title={t("noBookmarkTitle")}>{t("noBookmarkText")}</EmptyState> : null}
      {result.total === 0 && !isBookmarks ? <EmptyState title={t("emptyTitle")} action={all}>{t("emptyText")}</EmptyState> : null}
      <Pager path={path} filters={filters} page={result.page} pageCount={result.pageCount} />
    </>
  );
}
