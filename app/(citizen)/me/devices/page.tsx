import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/ui/link";
import { Notification } from "@/components/ui/notification";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { SubmitButton } from "@/components/ui/submit-button";
import { requireMember } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { type DeviceRow, listSessions } from "@/lib/members/list-sessions";
import { formatCityDateTime } from "@/lib/shared/city-time";
import { endDeviceAction, endOtherDevicesAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ways.devices");
  return { title: t("title") };
}

type Props = { searchParams: Promise<{ done?: string | string[]; after?: string | string[] }> };

/** Where the member is signed in; what is ended here is out from its next request on. */
export default async function DevicesPage({ searchParams }: Props) {
  const { memberId, sessionId: here } = await requireMember("/me/devices");
  const { done, after: asked } = await searchParams;
  const after = typeof asked === "string" ? asked : undefined;
  const { rows, next } = await listSessions(memberId, after, await cityNow());
  const t = await getTranslations("ways.devices");
  return (
    <>
      {(done === "one" || done === "others") && <Notification kind="success" title={t(`done.${done}`)} />}
      <BackLink href="/me" />
      <PageHeading text={t("title")}>
        <p>{t("lead")}</p>
      </PageHeading>
      <ul className="border-t border-line">
        {rows.map((row) => (
          <Device key={row.id} {...row} isHere={row.id === here} />
        ))}
      </ul>
      {(rows.length > 1 || after) && (
        <form action={endOtherDevicesAction}>
          <SubmitButton look="outlined" tone="danger">
            {t("endOthers")}
          </SubmitButton>
        </form>
      )}
      <Pagination
        first={after ? ("/me/devices" as Route) : undefined}
        next={next ? (`/me/devices?after=${encodeURIComponent(next)}` as Route) : undefined}
      />
    </>
  );
}

async function Device({ id, device, createdAt, isHere }: DeviceRow & { isHere: boolean }) {
  const t = await getTranslations("ways.devices");
  const name = device || t("unknown");
  return (
    <li className="flex flex-wrap items-center justify-between gap-4 border-b border-line py-4">
      <span className="flex flex-col">
        <span className="text-std-17B-170">{isHere ? t("here", { device: name }) : name}</span>
        <span className="text-quiet">{t("since", { at: formatCityDateTime(createdAt) })}</span>
      </span>
      <form action={endDeviceAction}>
        <input type="hidden" name="sessionId" value={id} />
        <SubmitButton look="outlined" size="medium">
          {t("end")}
          <span className="sr-only">{t("endOf", { device: name })}</span>
        </SubmitButton>
      </form>
    </li>
  );
}
