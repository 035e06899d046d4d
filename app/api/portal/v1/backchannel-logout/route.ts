import { endByProvider } from "@/lib/auth/end-by-provider";
import { cityNow } from "@/lib/clock/city-now";

/** Where the portal's server tells that somebody signed out there. */
export async function POST(request: Request): Promise<Response> {
  return endByProvider(request, await cityNow());
}
