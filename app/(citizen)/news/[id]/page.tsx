import { notFound } from "next/navigation";
import { noteEntry } from "@/lib/auth/portal-visit";

/** Where the portal's links to announcements lead. None is published here yet, so each of them is answered as one that is gone. */
export default async function NewsPage({ params, searchParams }: PageProps<"/news/[id]">) {
  await noteEntry(`/news/${(await params).id}`, await searchParams);
  notFound();
}
