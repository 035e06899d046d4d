import { Card } from "@/components/ui/card";
import { Points } from "@/components/ui/points";
import { DomainMark } from "./domain-mark";
import { Period } from "./period";

export interface ActivityCardProps {
  title: string;
  place: string;
  startsAt: Date;
  endsAt: Date;
  points: number;
  domain: { name: string; icon: string };
}

/** An activity in a list: what, when, where, how many points. */
export function ActivityCard({ title, place, startsAt, endsAt, points, domain }: ActivityCardProps) {
  return (
    <Card as="li">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <DomainMark {...domain} />
        <span className="ms-auto text-std-20B-150 text-primary">
          <Points value={points} sign />
        </span>
      </div>
      <h3 className="text-std-18B-160">{title}</h3>
      <p className="text-std-16N-170">
        <Period start={startsAt} end={endsAt} />
      </p>
      <p className="text-std-16N-170 text-quiet">{place}</p>
    </Card>
  );
}
