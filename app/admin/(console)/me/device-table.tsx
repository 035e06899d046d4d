import { getTranslations } from "next-intl/server";
import { SectionHeading } from "@/components/ui/page-heading";
import { Table, Td, Th } from "@/components/ui/table";
import { formatCityDateTime } from "@/lib/shared/city-time";
import type { listSessions } from "@/lib/staff/list-sessions";
import { EndOthersForm, EndSessionForm } from "./end-session-form";

type Sessions = Awaited<ReturnType<typeof listSessions>>;

/** Where the person is signed in now; what is ended here is out from its next request on. */
export async function DeviceTable({ sessions, here }: { sessions: Sessions; here: string }) {
  const t = await getTranslations("account.devices");
  const name = (device: string) => device || t("unknown");
  return (
    <section className="flex flex-col gap-4">
      <SectionHeading text={t("title")} />
      <Table caption={t("title")} captionHidden>
        <thead>
          <tr>
            <Th>{t("device")}</Th>
            <Th>{t("by")}</Th>
            <Th>{t("since")}</Th>
            <Th>{t("seen")}</Th>
            <Th>{t("act")}</Th>
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ id, device, factor, createdAt, lastSeenAt }) => (
            <tr key={id}>
              <Th scope="row">{id === here ? t("here", { device: name(device) }) : name(device)}</Th>
              <Td>{t(factor === "passkey" ? "passkey" : "totp")}</Td>
              <Td unbroken>{formatCityDateTime(createdAt)}</Td>
              <Td unbroken>{formatCityDateTime(lastSeenAt)}</Td>
              <Td>
                <EndSessionForm sessionId={id} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {sessions.length > 1 && <EndOthersForm />}
    </section>
  );
}
