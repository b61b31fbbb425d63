import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { fieldGroupOptions } from "@/components/organisation/field-groups";
import { Container, PageHeader } from "@/components/ui/surface";
import { limits } from "@/domain/call/schema";
import { requireViewpoint } from "@/domain/directory/access";
import { addDays, localTime } from "@/domain/time";
import { readPage } from "@/server/denial";
import { getHomeProgramme } from "@/server/programme";
import { getActor } from "@/server/session";
import { CallForm } from "./_components/call-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("CallNew");
  return { title: t("title"), robots: { index: false } };
}

export default async function NewCallPage() {
  const [t, actor, programme] = await Promise.all([getTranslations("CallNew"), getActor(), getHomeProgramme()]);
  const { own } = await readPage(requireViewpoint(actor, programme.id));
  const dayIn = (days: number) => localTime(addDays(new Date(), days), programme.timeZone).slice(0, 10);
  return (
    <Container>
      <PageHeader title={t("title")} intro={t("intro", { organisation: own.name, most: limits.open })} />
      <CallForm formKey={crypto.randomUUID()} groups={await fieldGroupOptions()} days={{ first: dayIn(0), last: dayIn(limits.days), usual: dayIn(21) }} />
    </Container>
  );
}
